/**
 * The values: perceptual hashes, the identity of the algorithm that made them, quality, the eight
 * dihedral renditions, the hashes of one picture, and the reasons why a picture cannot be screened.
 *
 * <p>Entry point: {@link org.hashmatch.hash.ImageHash}. The one rule: values only, no pixels and no
 * input or output.
 */
@NullMarked
package org.hashmatch.hash;

import org.jspecify.annotations.NullMarked;
