"""What is asked in a person's words: values in Chinese, names that are almost there, questions without their names.

values    what a person writes for a parameter → what the statement compares
names     the names in a graph, and those that are like one that is not there
wording   a free question → one of the questions that come with kg, with its parameters
why       why an answer is empty
"""
