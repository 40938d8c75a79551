package io.artrec.examples;

import io.artrec.error.ArtrecException;
import io.artrec.examples.options.Options;
import io.artrec.task.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Says what words say, for a file with one text a line: sentence vectors, sentiment, keywords,
 * topics or summaries. {@code --help} lists the options.
 */
public final class Texts {
  private static final int SHOWN = 10;
  private static final int SHOWN_CELLS = 6;

  private Texts() {}

  /**
   * Runs the program; bad options and files end it with a message and exit status 2.
   *
   * @param args the options, see {@code --help}
   */
  public static void main(String[] args) {
    CommandLine.run(args, Texts::run);
  }

  /** Prints to streams; returns the exit status. */
  static int run(String[] args, PrintStream out, PrintStream messages) {
    try {
      TextsOptions options = TextsOptions.parse(args);
      if (options.help) {
        out.print(Options.help(new TextsOptions()));
        return 0;
      }
      work(options, out, messages);
      return 0;
    } catch (ArtrecException | IllegalArgumentException e) {
      messages.println("texts: " + e.getMessage());
      return 2;
    } catch (NoSuchFileException e) {
      messages.println("texts: file " + e.getFile() + " does not exist");
      return 2;
    } catch (AccessDeniedException e) {
      messages.println("texts: no permission to read or write " + e.getFile());
      return 2;
    } catch (IOException | UncheckedIOException e) {
      messages.println("texts: cannot read or write: " + e.getMessage());
      return 2;
    }
  }

  private static void work(TextsOptions options, PrintStream out, PrintStream messages)
      throws IOException {
    checkFiles(options);
    List<String> texts = read(options.in());
    try (TextTasks tasks = new TextTasks(options, note -> messages.println("note: " + note))) {
      TextTask task = tasks.make();
      List<List<String>> rows =
          texts.isEmpty() ? List.of() : task.rows(texts, new Tenths(messages));
      if (options.out.isPresent()) {
        CsvFile.write(options.out.get(), task.header(), rows);
        out.printf(Locale.ROOT, "%,d rows written to %s%n", rows.size(), options.out.get());
      } else {
        show(texts, task.header(), rows, out);
      }
      task.remarks().forEach(out::println);
    }
  }

  /** Before the work, which may be long: what would be lost for nothing. */
  private static void checkFiles(TextsOptions options) throws IOException {
    if (Files.isDirectory(options.in())) {
      throw new IllegalArgumentException(
          "--in " + options.in() + " is a folder, expected a file with one text a line");
    }
    if (options.out.isEmpty()) {
      return;
    }
    Path out = options.out.get();
    if (Files.isDirectory(out)) {
      throw new IllegalArgumentException("--out " + out + " is a folder, expected a file");
    }
    Path folder = Objects.requireNonNull(out.toAbsolutePath().getParent(), "only a root has none");
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("--out " + out + ": there is no folder " + folder);
    }
    if (Files.exists(out) && Files.exists(options.in()) && Files.isSameFile(options.in(), out)) {
      throw new IllegalArgumentException(
          "--out " + out + " would replace the texts of --in; name another file");
    }
  }

  /** The lines, whatever bytes they hold; what is no UTF-8 becomes U+FFFD. */
  static List<String> read(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        boolean marked = texts.isEmpty() && line.startsWith("\uFEFF");
        texts.add(marked ? line.substring(1) : line);
      }
    }
    return texts;
  }

  private static void show(
      List<String> texts, List<String> header, List<List<String>> rows, PrintStream out) {
    for (int i = 0; i < Math.min(SHOWN, rows.size()); i++) {
      out.println((i + 1) + ". " + Page.cut(texts.get(i).strip(), Page.WIDTH - 5));
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < Math.min(SHOWN_CELLS, header.size()); c++) {
        cells.add(header.get(c) + " " + rows.get(i).get(c));
      }
      if (header.size() > SHOWN_CELLS) {
        cells.add("... " + (header.size() - SHOWN_CELLS) + " more");
      }
      cells.forEach(cell -> out.println("     " + cell));
    }
    if (rows.size() > SHOWN) {
      out.printf(Locale.ROOT, "... and %,d more; --out FILE.csv writes all%n", rows.size() - SHOWN);
    }
  }

  /** Prints a line when a stage begins and at every tenth of it. */
  private static final class Tenths implements Progress {
    private final PrintStream out;
    private String stage = "";
    private long tenth;

    Tenths(PrintStream out) {
      this.out = out;
    }

    @Override
    public synchronized void update(String what, long done, long total) {
      long now = total > 0 ? 10 * done / total : 0;
      if (!what.equals(stage)) {
        stage = what;
        tenth = -1;
      }
      if (now > tenth) {
        tenth = now;
        out.println(what + (total > 0 ? String.format(Locale.ROOT, ": %d %%", 10 * now) : " ..."));
      }
    }
  }
}
