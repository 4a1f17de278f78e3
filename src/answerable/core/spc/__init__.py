"""What figures say: control charts, run charts, funnels, intervals, before and after.

Pure arithmetic, one function to a rule, each citing its source. Nothing here knows what a police force is:
``core.measures`` puts it into the words of the field.
"""
