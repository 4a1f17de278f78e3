"""Looking at public pages for failures of accessibility: which states there are, what is wrong with one."""
