package org.hashmatch.hash.view;

import org.hashmatch.hash.HashedImage;

/**
 * What hashing one view gave.
 *
 * @param view which one
 * @param hashed its hashes, quality and size
 */
public record HashedView(View view, HashedImage hashed) {}
