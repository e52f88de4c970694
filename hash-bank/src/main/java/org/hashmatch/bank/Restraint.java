package org.hashmatch.bank;

/** Why a match asks for less than its bank's action. */
public enum Restraint {
  /** The bank is tried out: its matches are noted only. */
  SHADOW("the bank only tries out"),
  /** The entry matched too often, and was set aside. */
  QUARANTINED("the entry matched too often and is set aside"),
  /** More people say that its matches are false than true. */
  DISPUTED("the entry's matches were said to be false"),
  /** The upload is as near to an innocent picture. */
  INNOCENT_AS_NEAR("an innocent picture is as near"),
  /** The upload is nearer to an innocent picture. */
  INNOCENT_NEARER("an innocent picture is nearer");

  private final String words;

  Restraint(String words) {
    this.words = words;
  }

  /**
   * The reason in words.
   *
   * @return a clause
   */
  public String words() {
    return words;
  }
}
