"""Search in a folder of pages that no server serves: an index in small files, and a script for them."""
