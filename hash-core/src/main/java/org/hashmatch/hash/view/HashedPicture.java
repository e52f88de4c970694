package org.hashmatch.hash.view;

import java.util.List;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.decode.Completeness;

/**
 * What hashing a picture file gave.
 *
 * @param views one or more, {@link View#STORED} first
 * @param completeness how much of the picture was there
 */
public record HashedPicture(List<HashedView> views, Completeness completeness) {

  /**
   * Copies the views.
   *
   * @param views as above
   * @param completeness as above
   * @throws IllegalArgumentException if the first view is not the stored one
   */
  public HashedPicture {
    views = List.copyOf(views);
    if (views.isEmpty() || !views.get(0).view().equals(View.STORED)) {
      throw new IllegalArgumentException("the first view must be the stored one");
    }
  }

  /**
   * The first frame as it is stored: what other tools hash.
   *
   * @return its hashes, quality and size
   */
  public HashedImage stored() {
    return views.get(0).hashed();
  }
}
