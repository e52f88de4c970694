/**
 * How the committed pictures are made: which scenes, which edits, which file formats.
 *
 * <p>Entry point: {@link org.hashmatch.testdata.draw.DrawImages}. The one rule: edits work on
 * pixels as drawn, never on a decoded file, so that what a lossless file holds is the same
 * everywhere.
 */
@NullMarked
package org.hashmatch.testdata.draw;

import org.jspecify.annotations.NullMarked;
