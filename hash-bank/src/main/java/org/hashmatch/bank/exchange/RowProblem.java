package org.hashmatch.bank.exchange;

/**
 * Why a row, or a part of one, was left out.
 *
 * @param line as in {@link ListItem#line}
 * @param field which field, by the list's own name; empty if the whole row
 * @param problem what is wrong, and the bound; never a hash
 */
public record RowProblem(long line, String field, String problem) {

  @Override
  public String toString() {
    return "line " + line + (field.isEmpty() ? "" : ", " + field) + ": " + problem;
  }
}
