package io.artrec.vision.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/**
 * An ICC profile of red, green and blue that turns rows of pixels into sRGB. One that is damaged,
 * of other colors or refused by the color library is none: then values are taken for sRGB. Used by
 * one thread.
 */
final class ColorProfile {
  static final int HEADER = 128;
  static final int MAX_BYTES = 4_000_000;
  private static final int MAX_TAGS = 200;

  private final ColorConvertOp conversion;
  private final WritableRaster row;
  private final byte[] samples;

  private ColorProfile(ICC_Profile profile, int width) {
    ICC_Profile standard = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    this.conversion = new ColorConvertOp(new ICC_Profile[] {profile, standard}, null);
    this.row = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
    this.samples = new byte[3 * width];
  }

  /** Returns what converts rows of the given width, if the profile can be used. */
  static Optional<ColorProfile> of(byte[] bytes, int width) {
    if (!isWellFormed(bytes, "RGB ")) {
      return Optional.empty();
    }
    try {
      ColorProfile profile = new ColorProfile(ICC_Profile.getInstance(bytes), width);
      profile.toStandard(new int[width]);
      return Optional.of(profile);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Tells whether header and tag table fit the profile's length, and its colors are the wanted. */
  static boolean isWellFormed(byte[] bytes, String colors) {
    FileBytes in = FileBytes.bigEndian(bytes);
    if (bytes.length < HEADER + 4
        || bytes.length > MAX_BYTES
        || !in.has(36, "acsp")
        || !in.has(16, colors)) {
      return false;
    }
    try {
      long tags = in.u32(HEADER);
      if (in.u32(0) != bytes.length || tags > MAX_TAGS) {
        return false;
      }
      for (int i = 0; i < tags; i++) {
        long entry = HEADER + 4 + 12L * i;
        in.require(in.u32(entry + 4), in.u32(entry + 8));
      }
      return true;
    } catch (RefusedImageException e) {
      return false;
    }
  }

  /** Converts a row of {@code 0xAARRGGBB}, leaving the upper 8 bits. */
  void toStandard(int[] argb) {
    for (int x = 0, at = 0; x < argb.length; x++) {
      samples[at++] = (byte) (argb[x] >> 16);
      samples[at++] = (byte) (argb[x] >> 8);
      samples[at++] = (byte) argb[x];
    }
    row.setDataElements(0, 0, argb.length, 1, samples);
    WritableRaster converted = conversion.filter(row, null);
    converted.getDataElements(0, 0, argb.length, 1, samples);
    for (int x = 0, at = 0; x < argb.length; x++, at += 3) {
      argb[x] =
          (argb[x] & 0xFF000000)
              | ((samples[at] & 0xFF) << 16)
              | ((samples[at + 1] & 0xFF) << 8)
              | (samples[at + 2] & 0xFF);
    }
  }
}
