package io.artrec.log;

import io.artrec.behavior.Interaction;
import io.artrec.encryption.Encryption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A log's folder, looked at from outside. */
final class LogFolder {
  private LogFolder() {}

  /** Opens a log without waiting for the disk. */
  static FileLog open(Path folder, long segmentBytes) {
    return open(folder, segmentBytes, Encryption.none());
  }

  /** Opens a log, encrypted or not, without waiting for the disk. */
  static FileLog open(Path folder, long segmentBytes, Encryption encryption) {
    FaultyFiles sound = new FaultyFiles(Integer.MAX_VALUE, FaultyFiles.Effect.NOTHING, false);
    return FileLog.open(new LogStorage(sound, encryption), folder, segmentBytes);
  }

  /** Opens a log on a disk of some kind. */
  static FileLog open(LogFiles files, Path folder, long segmentBytes) {
    return FileLog.open(new LogStorage(files, Encryption.none()), folder, segmentBytes);
  }

  static List<Path> segments(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  /** Makes {@code to} hold the segments of {@code from}, and nothing else. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (String name : names(to)) {
      Files.delete(to.resolve(name));
    }
    for (Path segment : segments(from)) {
      Path target = to.resolve(String.valueOf(segment.getFileName()));
      Files.copy(segment, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** All that is in the folder's files. */
  static String text(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : names(folder)) {
      text.append(Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1));
    }
    return text.toString();
  }

  static Change recorded(String user, String artwork) {
    return new Change.Recorded(Interaction.view(user, artwork));
  }

  /** What a replay gives: a line for each change. */
  static List<String> replay(ChangeLog log, long after) {
    List<String> lines = new ArrayList<>();
    log.replay(after, entry -> lines.add(entry.number() + " " + line(entry.change())));
    return lines;
  }

  static String line(Change change) {
    if (change instanceof Change.Recorded recorded) {
      return recorded.event().user() + " " + recorded.event().artwork();
    }
    return change instanceof Change.Forgotten ? "forgotten" : "expired";
  }
}
