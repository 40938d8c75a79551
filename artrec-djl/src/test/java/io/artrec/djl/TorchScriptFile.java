package io.artrec.djl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes TorchScript by hand: what {@code torch.jit.save} writes is a zip of code, of pickled
 * attributes (here none) and constants (here none).
 */
public final class TorchScriptFile {
  private TorchScriptFile() {}

  /** A file with one class, {@code Net}, whose code is given. */
  public static byte[] of(String code) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      // Protocol 2: an object of __torch__.Net whose state is {"training": False}.
      add(zip, "data.pkl", "\u0080\u0002c__torch__\nNet\n)\u0081}X\b\0\0\0training\u0089sb.");
      add(zip, "code/__torch__.py", code);
      add(zip, "constants.pkl", "\u0080\u0002).");
      add(zip, "version", "3\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
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
