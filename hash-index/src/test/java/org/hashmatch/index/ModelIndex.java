package org.hashmatch.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashmatch.hash.ImageHash;

/** The contract in its plainest form: what every index is compared with. */
public final class ModelIndex {

  private final Map<Long, ImageHash> hashes = new LinkedHashMap<>();

  /** Makes an empty one. */
  public ModelIndex() {}

  public int size() {
    return hashes.size();
  }

  public boolean contains(long id) {
    return hashes.containsKey(id);
  }

  public void add(long id, ImageHash hash) {
    hashes.put(id, hash);
  }

  public boolean remove(long id) {
    return hashes.remove(id) != null;
  }

  /** What a search must find. */
  public List<Match> search(ImageHash query, int radius) {
    return within(radius, ranked(query));
  }

  /** All ids in the order in which a search would report them. */
  public List<Match> ranked(ImageHash query) {
    List<Match> matches = new ArrayList<>();
    hashes.forEach((id, hash) -> matches.add(new Match(id, hash.distance(query))));
    matches.sort(Comparator.comparingInt(Match::distance));
    return matches;
  }

  public static List<Match> within(int radius, List<Match> ranked) {
    int end = 0;
    while (end < ranked.size() && ranked.get(end).distance() <= radius) {
      end++;
    }
    return ranked.subList(0, end);
  }
}
