package org.hashmatch.eval.study;

/**
 * Any program that compares pictures, under study: a whole matcher, in whatever language.
 *
 * <p>It is called by the shell as {@code COMMAND BANKDIR QUERYDIR OUT.tsv}, several times with
 * other queries and the same bank, and writes a line for each pair that it takes for alike: {@code
 * query<TAB>bank<TAB>score}, both as the files' names, the score larger for pairs more alike. A
 * pair without a line is less alike than any with one; of several lines the best counts.
 *
 * @param name the name by which tables call it
 * @param command for the shell
 */
public record StudiedMatcher(String name, String command) {}
