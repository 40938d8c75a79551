package io.artrec.vision.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Color profiles made for tests. */
final class ColorProfiles {
  private ColorProfiles() {}

  /** A profile like sRGB whose red is blue, and its blue red. */
  static byte[] redAndBlueSwapped() {
    byte[] bytes = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    ByteBuffer profile = ByteBuffer.wrap(bytes);
    int red = entry(profile, "rXYZ");
    int blue = entry(profile, "bXYZ");
    int place = profile.getInt(red + 4);
    profile.putInt(red + 4, profile.getInt(blue + 4));
    profile.putInt(blue + 4, place);
    profile.putInt(52, 0x74657374); // another model, and no checksum
    for (int i = 84; i < 100; i++) {
      bytes[i] = 0;
    }
    return bytes;
  }

  private static int entry(ByteBuffer profile, String tag) {
    int tags = profile.getInt(128);
    for (int at = 132; at < 132 + 12 * tags; at += 12) {
      int name = profile.getInt(at);
      if (name == ByteBuffer.wrap(tag.getBytes(StandardCharsets.US_ASCII)).getInt()) {
        return at;
      }
    }
    throw new IllegalStateException("no tag " + tag);
  }
}
