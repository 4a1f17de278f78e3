"""What a forum always takes, what it is asked, and agendas as they were sent out."""
