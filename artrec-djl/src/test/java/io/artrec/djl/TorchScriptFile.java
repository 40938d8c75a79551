package io.artrec.djl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes TorchScript by hand: what {@code torch.jit.save} writes is a zip of code, of pickled
 * attributes (here none, or one array of weights) and constants (here none).
 */
public final class TorchScriptFile {
  private TorchScriptFile() {}

  /** A file with one class, {@code Net}, whose code is given. */
  public static byte[] of(String code) {
    return of(code, new float[0]);
  }

  /** The same with an attribute {@code weights}, a tensor of one axis, unless there are none. */
  public static byte[] of(String code, float[] weights) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      // Protocol 2: an object of __torch__.Net whose state is {"training": False, "weights": ...}.
      String tensor = weights.length == 0 ? "" : text("weights") + tensor(weights.length) + "s";
      add(
          zip,
          "data.pkl",
          "\u0080\u0002c__torch__\nNet\n)\u0081}" + text("training") + "\u0089s" + tensor + "b.");
      if (weights.length > 0) {
        ByteBuffer data =
            ByteBuffer.allocate(Float.BYTES * weights.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(weights);
        add(zip, "data/0", data.array());
      }
      add(zip, "code/__torch__.py", code);
      add(zip, "constants.pkl", "\u0080\u0002).");
      add(zip, "version", "3\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Pickles {@code _rebuild_tensor_v2(storage 0, 0, (size,), (1,), False, OrderedDict())}. */
  private static String tensor(int size) {
    String storage =
        "("
            + text("storage")
            + "ctorch\nFloatStorage\n"
            + text("0")
            + text("cpu")
            + number(size)
            + "tQ";
    return "ctorch._utils\n_rebuild_tensor_v2\n("
        + storage
        + number(0)
        + number(size)
        + "\u0085"
        + number(1)
        + "\u0085"
        + "\u0089"
        + "ccollections\nOrderedDict\n)RtR";
  }

  private static String text(String value) {
    return "X" + littleEndian(value.length()) + value;
  }

  private static String number(int value) {
    return "J" + littleEndian(value);
  }

  private static String littleEndian(int value) {
    byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static void add(ZipOutputStream zip, String name, String content) throws IOException {
    add(zip, name, content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry("net/" + name);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
