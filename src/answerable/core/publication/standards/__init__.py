"""What was published in other people's formats, told from the contents of parts and lines alone.

One file to a standard. Nothing here reads or asks the clock: what it needs is handed to it.
"""
