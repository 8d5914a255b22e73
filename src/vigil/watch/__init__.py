"""Rhythm, silence, neighbours, coverage and last words, weighed into a verdict. Pure: values in, values out."""
