package org.hashmatch.bank;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of a bank's entries match, by their labels.
 *
 * @param only entries with one of these labels; empty: all entries
 * @param except and of them, those with none of these
 */
public record LabelFilter(Set<String> only, Set<String> except) {

  /** All entries. */
  public static final LabelFilter ALL = new LabelFilter(Set.of(), Set.of());

  /**
   * Copies the sets.
   *
   * @param only as above
   * @param except as above
   */
  public LabelFilter {
    only = Collections.unmodifiableSet(new TreeSet<>(only));
    except = Collections.unmodifiableSet(new TreeSet<>(except));
  }

  /**
   * Whether an entry matches.
   *
   * @param labels its labels
   * @return whether it does
   */
  public boolean accepts(Set<String> labels) {
    return (only.isEmpty() || !Collections.disjoint(labels, only))
        && Collections.disjoint(labels, except);
  }
}
