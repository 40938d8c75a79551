package io.artrec.llm.chat;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/** An encoded image that goes with a turn. Immutable; copies its bytes. */
public final class ChatImage {
  private static final Pattern MEDIA_TYPE = Pattern.compile("image/[a-z0-9][a-z0-9.+-]{0,60}");

  private final String mediaType;
  private final byte[] bytes;

  private ChatImage(String mediaType, byte[] bytes) {
    this.mediaType = mediaType;
    this.bytes = bytes;
  }

  /**
   * Takes an encoded image. It is not decoded or looked at.
   *
   * @param mediaType its type, in lower case, such as {@code image/jpeg}
   * @param bytes the file's bytes, at least one
   * @return the image
   */
  public static ChatImage of(String mediaType, byte[] bytes) {
    Objects.requireNonNull(mediaType, "mediaType");
    if (!MEDIA_TYPE.matcher(mediaType).matches()) {
      throw new IllegalArgumentException(
          "media type '" + mediaType + "', expected one like image/jpeg or image/png");
    }
    if (bytes.length == 0) {
      throw new IllegalArgumentException("an image of 0 bytes, expected an encoded image");
    }
    return new ChatImage(mediaType, bytes.clone());
  }

  /**
   * Returns the image's type.
   *
   * @return such as {@code image/jpeg}
   */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Returns the encoded image.
   *
   * @return a copy of the bytes
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChatImage image
        && mediaType.equals(image.mediaType)
        && Arrays.equals(bytes, image.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * mediaType.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return mediaType + " of " + bytes.length + " bytes";
  }
}
