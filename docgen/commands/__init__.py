"""The commands of the command line, a module each.

A command takes the parsed options and a `Say`; it calls the pipeline, says the outcome and
gives the exit code.
"""
