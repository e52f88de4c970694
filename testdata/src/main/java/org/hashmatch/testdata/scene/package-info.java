/**
 * Scenes: photo-like pictures painted by arithmetic from a seed, so that tests and benchmarks have
 * benign pictures of any size without a single one taken from elsewhere.
 *
 * <p>Entry point: {@link org.hashmatch.testdata.scene.Scene}. The one rule: the same pixels on
 * every machine and every JVM, therefore plain arithmetic and {@link java.lang.StrictMath} only,
 * and no drawing by the platform.
 */
@NullMarked
package org.hashmatch.testdata.scene;

import org.jspecify.annotations.NullMarked;
