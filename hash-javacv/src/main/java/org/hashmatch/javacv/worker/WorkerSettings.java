package org.hashmatch.javacv.worker;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.decode.GuardLimits;

/**
 * What a worker is told when it is started, all of it on its command line.
 *
 * @param algorithm what it hashes with
 * @param limits what it lets through to its decoder
 * @param decoder what it decodes with
 * @param allPixels whether pictures to be matched are decoded in full too
 * @param deadline how long a picture may take
 * @param maxBytes resident memory at which it gives up
 */
record WorkerSettings(
    HashAlgorithm algorithm,
    GuardLimits limits,
    IsolatedHasher.Decoder decoder,
    boolean allPixels,
    Duration deadline,
    long maxBytes) {

  List<String> toArguments() {
    LongStream numbers =
        LongStream.of(
            limits.maxBytes(),
            limits.maxSide(),
            limits.maxPixels(),
            limits.maxScans(),
            limits.maxScanPixels(),
            limits.maxFrames(),
            limits.maxFramePixels(),
            deadline.toMillis(),
            maxBytes);
    return Stream.concat(
            Stream.of(algorithm.id(), decoder.name(), Boolean.toString(allPixels)),
            numbers.mapToObj(Long::toString))
        .toList();
  }

  static WorkerSettings ofArguments(String... arguments) {
    long[] numbers = Stream.of(arguments).skip(3).mapToLong(Long::parseLong).toArray();
    GuardLimits limits =
        new GuardLimits(
            numbers[0],
            Math.toIntExact(numbers[1]),
            numbers[2],
            Math.toIntExact(numbers[3]),
            numbers[4],
            Math.toIntExact(numbers[5]),
            numbers[6]);
    return new WorkerSettings(
        HashAlgorithm.parse(arguments[0]),
        limits,
        IsolatedHasher.Decoder.valueOf(arguments[1]),
        Boolean.parseBoolean(arguments[2]),
        Duration.ofMillis(numbers[7]),
        numbers[8]);
  }
}
