/**
 * Speed and memory, measured with JMH. The one rule: every benchmark has its baseline in the same
 * class.
 */
@NullMarked
package org.hashmatch.benchmarks;

import org.jspecify.annotations.NullMarked;
