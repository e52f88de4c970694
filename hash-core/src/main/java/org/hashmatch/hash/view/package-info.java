/**
 * The views of one picture worth hashing: as stored, as it looks on a white page where it is
 * transparent, and the frames of one that moves; and a whole file's way to the hashes of its views.
 *
 * <p>Entry point: {@link org.hashmatch.hash.view.PictureHasher}. The one rule: a file comes out as
 * {@link org.hashmatch.hash.view.HashedPicture}, or as an {@link
 * org.hashmatch.hash.UnscreenableException} that says why not.
 */
@NullMarked
package org.hashmatch.hash.view;

import org.jspecify.annotations.NullMarked;
