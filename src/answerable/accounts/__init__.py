"""Who works here. Until sign-in comes, one local person."""
