"""The pages of those who work with the record: a folder to a page, joining what the slices hold."""
