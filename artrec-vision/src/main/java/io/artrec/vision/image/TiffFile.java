package io.artrec.vision.image;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A TIFF file, revision 6: the first picture in it. Its directory is written anew behind the file,
 * with those of its entries that pixels depend on, all checked, and nothing linked to it; the
 * reader sees no other. Pixels are stored as they are, or packed by PackBits, LZW, Deflate or as a
 * fax; a JPEG inside is refused.
 */
final class TiffFile {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIPS = 273;
  private static final int ORIENTATION = 274;
  private static final int SAMPLES = 277;
  private static final int STRIP_BYTES = 279;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILES = 324;
  private static final int TILE_BYTES = 325;
  private static final int PROFILE = 34675;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int INKS = 5;

  /**
   * In ascending order: sizes, samples, places, fax options, palette, tiles, inks, alpha, profile.
   */
  private static final int[] KEPT = {
    WIDTH,
    HEIGHT,
    BITS,
    COMPRESSION,
    PHOTOMETRIC,
    266,
    STRIPS,
    SAMPLES,
    278,
    STRIP_BYTES,
    284,
    292,
    293,
    317,
    320,
    TILE_WIDTH,
    TILE_HEIGHT,
    TILES,
    TILE_BYTES,
    332,
    338,
    339,
    PROFILE
  };

  private static final int[] COMPRESSIONS = {1, 2, 3, 4, 5, 8, 32773, 32946};
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
  private static final int MAX_ENTRIES = 4_096;
  private static final int ENTRY = 12;

  private final FileBytes in;
  private final Map<Integer, Long> entries = new TreeMap<>();

  private TiffFile(FileBytes in) {
    this.in = in;
  }

  static Inspection inspect(byte[] bytes) throws RefusedImageException {
    return new TiffFile(
            bytes[0] == 'I' ? FileBytes.littleEndian(bytes) : FileBytes.bigEndian(bytes))
        .read();
  }

  private Inspection read() throws RefusedImageException {
    directory();
    long width = value(WIDTH, 0);
    long height = value(HEIGHT, 0);
    int orientation = ExifOrientation.valid(value(ORIENTATION, 1));
    int bytesPerPixel = samples();
    places(STRIPS, STRIP_BYTES);
    places(TILES, TILE_BYTES);
    tiles(width, height);
    byte[] profile = profile();
    return Inspection.of(anew(), width, height)
        .oriented(orientation)
        .colored(profile)
        .taking(bytesPerPixel);
  }

  private void directory() throws RefusedImageException {
    long at = in.u32(4);
    int count = in.u16(at);
    if (at < 8 || count > MAX_ENTRIES) {
      throw new RefusedImageException("the file is damaged: a directory of " + count + " entries");
    }
    for (int i = 0; i < count; i++) {
      long entry = at + 2 + (long) ENTRY * i;
      int tag = in.u16(entry);
      if (Arrays.binarySearch(KEPT, tag) < 0 && tag != ORIENTATION) {
        continue;
      }
      if (entries.put(tag, entry) != null) {
        throw new RefusedImageException("the file is damaged: tag " + tag + " stands there twice");
      }
      long data = place(entry);
      in.require(data, length(entry));
      if (data < 8) {
        throw new RefusedImageException("the file is damaged: tag " + tag + " lies in the header");
      }
    }
  }

  private int samples() throws RefusedImageException {
    long compression = value(COMPRESSION, 1);
    if (Arrays.binarySearch(COMPRESSIONS, (int) compression) < 0) {
      throw new RefusedImageException(
          "TIFF compression "
              + compression
              + ", expected none, PackBits, LZW, Deflate or fax; save it as one of these");
    }
    long photometric = value(PHOTOMETRIC, 1);
    if (photometric > PALETTE && photometric != INKS) {
      throw new RefusedImageException(
          "TIFF colors " + photometric + ", expected gray, RGB, palette or CMYK; save it so");
    }
    long samples = value(SAMPLES, 1);
    if (samples < 1 || samples > 5) {
      throw new RefusedImageException(samples + " samples per pixel, expected 1 to 5");
    }
    long deepest = 1;
    for (long i = 0; i < (entries.containsKey(BITS) ? count(BITS) : 0); i++) {
      long bits = value(BITS, i, 1);
      if (bits < 1 || bits > 16 || i >= samples) {
        throw new RefusedImageException(
            "TIFF samples of " + bits + " bits, expected 1 to 16; save it as 8 or 16");
      }
      deepest = Math.max(deepest, bits);
    }
    return (int) Math.max(4, samples * (deepest > 8 ? 2 : 1)) + (photometric == INKS ? 4 : 0);
  }

  private void places(int offsets, int lengths) throws RefusedImageException {
    if (!entries.containsKey(offsets)) {
      return;
    }
    long parts = count(offsets);
    boolean measured = entries.containsKey(lengths);
    if (parts < 1 || (measured && count(lengths) != parts)) {
      throw new RefusedImageException("the file is damaged: parts and their lengths differ");
    }
    for (long i = 0; i < parts; i++) {
      in.require(value(offsets, i, 0), measured ? value(lengths, i, 0) : 0);
    }
  }

  /** Tiles stand beyond the picture's sides by less than a tile, so that work is as the pixels. */
  private void tiles(long width, long height) throws RefusedImageException {
    if (!entries.containsKey(TILE_WIDTH) && !entries.containsKey(TILES)) {
      if (!entries.containsKey(STRIPS)) {
        throw new RefusedImageException("the file is damaged: it says nowhere where pixels lie");
      }
      return;
    }
    long tileWidth = value(TILE_WIDTH, 0);
    long tileHeight = value(TILE_HEIGHT, 0);
    boolean fits = tileWidth >= 8 && tileHeight >= 8 && tileWidth <= 1024 && tileHeight <= 1024;
    if (!fits || !entries.containsKey(TILES)) {
      throw new RefusedImageException(
          "tiles of " + tileWidth + " x " + tileHeight + ", expected sides of 8 to 1024");
    }
    long across = (width + tileWidth - 1) / tileWidth;
    long down = (height + tileHeight - 1) / tileHeight;
    if (count(TILES) < across * down) {
      throw new RefusedImageException("the file is damaged: it lacks tiles");
    }
  }

  /** Takes a profile of red, green and blue out; leaves one of inks to the reader, if it is one. */
  private byte @Nullable [] profile() throws RefusedImageException {
    Long entry = entries.get(PROFILE);
    if (entry == null) {
      return null;
    }
    byte[] bytes = in.part(place(entry), place(entry) + length(entry));
    long photometric = value(PHOTOMETRIC, 1);
    if (photometric != INKS || !ColorProfile.isWellFormed(bytes, "CMYK")) {
      entries.remove(PROFILE);
    }
    return photometric == RGB || photometric == PALETTE ? bytes : null;
  }

  private byte[] anew() throws RefusedImageException {
    entries.remove(ORIENTATION);
    byte[] bytes = in.all();
    int at = bytes.length + (bytes.length & 1);
    byte[] file = Arrays.copyOf(bytes, at + 2 + ENTRY * entries.size() + 4);
    boolean little = bytes[0] == 'I';
    for (int i = 0; i < 4; i++) {
      file[4 + i] = (byte) (at >> (8 * (little ? i : 3 - i)));
    }
    file[at + (little ? 0 : 1)] = (byte) entries.size();
    int to = at + 2;
    for (long entry : entries.values()) {
      System.arraycopy(bytes, (int) entry, file, to, ENTRY);
      to += ENTRY;
    }
    return file;
  }

  private long count(int tag) throws RefusedImageException {
    Long entry = entries.get(tag);
    return entry == null ? 0 : in.u32(entry + 4);
  }

  private long value(int tag, long missing) throws RefusedImageException {
    return value(tag, 0, missing);
  }

  private long value(int tag, long index, long missing) throws RefusedImageException {
    Long entry = entries.get(tag);
    if (entry == null || index >= in.u32(entry + 4)) {
      return missing;
    }
    long at = place(entry);
    return switch (in.u16(entry + 2)) {
      case 1 -> in.u8(at + index);
      case 3 -> in.u16(at + 2 * index);
      case 4 -> in.u32(at + 4 * index);
      default ->
          throw new RefusedImageException("the file is damaged: tag " + tag + " is no number");
    };
  }

  private long length(long entry) throws RefusedImageException {
    int type = in.u16(entry + 2);
    if (type < 1 || type >= SIZES.length) {
      throw new RefusedImageException("the file is damaged: an entry of type " + type);
    }
    return in.u32(entry + 4) * SIZES[type];
  }

  private long place(long entry) throws RefusedImageException {
    return length(entry) <= 4 ? entry + 8 : in.u32(entry + 8);
  }
}
