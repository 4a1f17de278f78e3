"""What everybody reads: pages, feeds and data of the public store. It reaches nothing else of the record."""
