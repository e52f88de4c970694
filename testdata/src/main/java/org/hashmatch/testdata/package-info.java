/**
 * The committed test pictures: what a bank knows, what somebody uploads, and what must come of it.
 *
 * <p>Entry point: {@link org.hashmatch.testdata.TestImages}. The one rule: only pictures that
 * {@link org.hashmatch.testdata.draw.DrawImages} has drawn.
 */
@NullMarked
package org.hashmatch.testdata;

import org.jspecify.annotations.NullMarked;
