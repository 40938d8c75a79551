package io.artrec;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup consists of: a line for its format, one for each file with its SHA-256 and its name
 * within the folder, and the SHA-256 of these lines.
 *
 * @param digests SHA-256 in hexadecimal digits, by the name of the file, with {@code /} in between
 */
record Manifest(Map<String, String> digests) {
  static final String NAME = "manifest";

  private static final String FORMAT = "artrec-backup-1";
  private static final String END = "sha256 ";
  private static final int DIGITS = 64;

  /** Of all files in a folder. */
  static Manifest of(Path folder) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (Path file : BackupFolder.files(folder)) {
      MessageDigest digest = sha256();
      BackupFolder.copy(file, (bytes, count) -> digest.update(bytes, 0, count));
      digests.put(
          folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/"),
          HexFormat.of().formatHex(digest.digest()));
    }
    return new Manifest(digests);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  byte[] toBytes() {
    StringBuilder lines = new StringBuilder(FORMAT).append('\n');
    digests.forEach((name, digest) -> lines.append(digest).append(' ').append(name).append('\n'));
    String all = lines + END + digest(lines.toString()) + "\n";
    return all.getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(String lines) {
    return HexFormat.of().formatHex(sha256().digest(lines.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Reads the manifest of a backup.
   *
   * @throws BackupException when it is none, or damaged
   */
  static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new BackupException(
          folder + " is no backup: it has no file '" + NAME + "'; pass what backup(...) wrote",
          null);
    }
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw damaged(folder);
    }
    if (!text.startsWith(FORMAT + "\n")) {
      throw new BackupException(
          "backup " + folder + " is of another format, expected '" + FORMAT + "'", null);
    }
    int end = text.lastIndexOf(END);
    if (end < 0 || !text.substring(end).equals(END + digest(text.substring(0, end)) + "\n")) {
      throw damaged(folder);
    }
    Map<String, String> digests = new TreeMap<>();
    for (String line : text.substring(FORMAT.length() + 1, end).lines().toList()) {
      if (line.length() < DIGITS + 2) {
        throw damaged(folder);
      }
      digests.put(line.substring(DIGITS + 1), line.substring(0, DIGITS));
    }
    return new Manifest(digests);
  }

  private static BackupException damaged(Path folder) {
    return new BackupException(
        "backup "
            + folder
            + " is damaged: its manifest does not match its own SHA-256; use another",
        null);
  }
}
