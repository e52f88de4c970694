package org.hashmatch.hash.decode;

/**
 * What coded pictures make a decoder allocate and do, whatever the boxes around them say.
 *
 * @param width the widest they may be; 0 if they do not say
 * @param height the highest they may be; 0 if they do not say
 * @param pictures how many there are
 */
record CodedSize(long width, long height, int pictures) {

  static final CodedSize NONE = new CodedSize(0, 0, 0);

  CodedSize and(long anotherWidth, long anotherHeight) {
    return new CodedSize(Math.max(width, anotherWidth), Math.max(height, anotherHeight), pictures);
  }

  CodedSize andPicture() {
    return new CodedSize(width, height, pictures + 1);
  }
}
