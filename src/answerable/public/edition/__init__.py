"""The public site as a folder of files that needs no server: made of the public store and nothing else."""
