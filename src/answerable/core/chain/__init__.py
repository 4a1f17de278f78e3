"""The chain of events: what each hash covers, what a head says, and how a break is found and located."""
