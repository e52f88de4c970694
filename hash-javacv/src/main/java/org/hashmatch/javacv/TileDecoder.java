package org.hashmatch.javacv;

import static org.hashmatch.hash.UnscreenableReason.DAMAGED;
import static org.hashmatch.hash.UnscreenableReason.OUT_OF_MEMORY;
import static org.hashmatch.hash.UnscreenableReason.UNSUPPORTED_FORMAT;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.decode.HeifPicture;
import org.hashmatch.hash.decode.ImageFormat;
import org.jspecify.annotations.Nullable;

/**
 * One tile decoded by FFmpeg, and the native memory for that, until it is closed. A decoder sees
 * one tile and no more, so nothing of one is ever seen in another.
 */
final class TileDecoder implements AutoCloseable {

  /** By name: a decoder that uses hardware, or whatever else is built in, is not meant. */
  private static final String AV1 = "libaom-av1";

  private static final String HEVC = "hevc";

  /** HEVC's decoder rounds up to whole blocks before it compares. */
  private static final int BLOCK = 192;

  /** AV_FRAME_FLAG_CORRUPT, which the presets leave out. */
  private static final int CORRUPT = 1;

  private final HeifPicture picture;
  private final AVCodecContext context;
  private final AVPacket packet;
  private final AVFrame frame;

  /**
   * Makes a decoder for one tile.
   *
   * @throws UnscreenableException if FFmpeg was built without the decoder, or there is no memory
   */
  TileDecoder(HeifPicture picture) throws UnscreenableException {
    AVCodec codec = codec(picture);
    this.picture = picture;
    this.context = avcodec.avcodec_alloc_context3(codec);
    this.packet = avcodec.av_packet_alloc();
    this.frame = avutil.av_frame_alloc();
    if (isNull(context) || isNull(packet) || isNull(frame)) {
      close();
      throw noMemory(picture);
    }
    context.thread_count(1);
    context.flags(avcodec.AV_CODEC_FLAG_UNALIGNED);
    context.err_recognition(avcodec.AV_EF_EXPLODE | avcodec.AV_EF_CRCCHECK);
    context.max_pixels((long) (picture.tileWidth() + BLOCK) * (picture.tileHeight() + BLOCK));
  }

  /** Loads all of FFmpeg that is used, and makes it silent. */
  static void load() {
    Loader.load(avutil.class);
    Loader.load(avcodec.class);
    Loader.load(swscale.class);
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
  }

  private static AVCodec codec(HeifPicture picture) throws UnscreenableException {
    String name = picture.format() == ImageFormat.AVIF ? AV1 : HEVC;
    AVCodec codec = avcodec.avcodec_find_decoder_by_name(name);
    if (isNull(codec)) {
      throw new UnscreenableException(UNSUPPORTED_FORMAT, "FFmpeg was built without " + name);
    }
    return codec;
  }

  /**
   * Decodes a tile.
   *
   * @return its picture, of the size that the boxes say, good until this is closed
   * @throws UnscreenableException if that is not what the data holds
   */
  AVFrame decode(int tile) throws UnscreenableException {
    if (picture.format() == ImageFormat.HEIC) {
      configure(picture.configuration(tile));
    }
    check(avcodec.avcodec_open2(context, context.codec(), (AVDictionary) null));
    fill(picture.data(tile));
    check(avcodec.avcodec_send_packet(context, packet));
    check(avcodec.avcodec_send_packet(context, null));
    check(avcodec.avcodec_receive_frame(context, frame));
    boolean isWhole = (frame.flags() & CORRUPT) == 0 && frame.decode_error_flags() == 0;
    if (!isWhole
        || frame.width() != picture.tileWidth()
        || frame.height() != picture.tileHeight()) {
      throw damaged();
    }
    return frame;
  }

  private void configure(byte[] configuration) throws UnscreenableException {
    long padded = configuration.length + (long) avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
    BytePointer memory = new BytePointer(avutil.av_mallocz(padded));
    if (memory.isNull()) {
      throw noMemory(picture);
    }
    context.extradata(memory.put(configuration)).extradata_size(configuration.length);
  }

  private void fill(byte[] data) throws UnscreenableException {
    check(avcodec.av_new_packet(packet, data.length));
    packet.data().put(data);
  }

  private void check(int result) throws UnscreenableException {
    if (result == avutil.AVERROR_ENOMEM()) {
      throw noMemory(picture);
    }
    if (result < 0) {
      throw damaged();
    }
  }

  private UnscreenableException damaged() {
    return new UnscreenableException(DAMAGED, picture.format() + " cannot be decoded");
  }

  static UnscreenableException noMemory(HeifPicture picture) {
    return new UnscreenableException(OUT_OF_MEMORY, picture.format() + " needs too much memory");
  }

  private static boolean isNull(@Nullable Pointer pointer) {
    return pointer == null || pointer.isNull();
  }

  @Override
  public void close() {
    avutil.av_frame_free(frame);
    avcodec.av_packet_free(packet);
    avcodec.avcodec_free_context(context);
  }
}
