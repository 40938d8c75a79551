package io.artrec.llm.prompt;

import io.artrec.error.ArtrecException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The prompts of all features, in English and Chinese, as files {@code NAME.en.txt} and {@code
 * NAME.zh.txt}. Immutable and thread-safe.
 */
public final class Prompts {
  /** The prompt that tells a model what stands between marks; its instructions alone are used. */
  static final String DATA = "data";

  private static final List<String> NAMES =
      List.of(
          DATA, // goes with the others
          "description",
          "interests",
          "label",
          "perspectives",
          "question",
          "recommend-choice",
          "recommend-explanation",
          "recommend-next",
          "recommend-pair",
          "recommend-rating",
          "rephrase",
          "rerank",
          "subjects",
          "summary",
          "utterance");
  private static final List<String> LANGUAGES = List.of("en", "zh");
  private static final long MOST_BYTES = 1L << 16;

  private final SortedMap<String, Prompt> byFile;

  private Prompts(SortedMap<String, Prompt> byFile) {
    this.byFile = byFile;
  }

  /** Held until first used. */
  private static final class Standard {
    private static final Prompts ALL = load();

    private Standard() {}
  }

  private static Prompts load() {
    SortedMap<String, Prompt> byFile = new TreeMap<>();
    for (String name : NAMES) {
      for (String language : LANGUAGES) {
        String file = name + "." + language + ".txt";
        try (InputStream in = Prompts.class.getResourceAsStream(file)) {
          if (in == null) {
            throw new IllegalStateException("the jar of artrec-llm lacks its prompt " + file);
          }
          byFile.put(
              file, Prompt.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
          throw new ArtrecException("reading the prompt " + file, e);
        }
      }
    }
    return new Prompts(byFile);
  }

  /** {@return artrec's own prompts} */
  public static Prompts standard() {
    return Standard.ALL;
  }

  /**
   * {@return these prompts with those of a folder in the place of the ones of the same file names}
   * What goes with the name (the blanks and the schema of its reply) stays, so a prompt may leave
   * blanks out but has no others.
   *
   * @param folder holds files {@code NAME.en.txt} or {@code NAME.zh.txt}, UTF-8, up to 64 kB;
   *     others are left alone
   * @throws IllegalArgumentException if a file is no prompt, has a name that no prompt has, or
   *     other blanks
   * @throws ArtrecException if the folder cannot be read
   */
  public Prompts overriddenBy(Path folder) {
    SortedMap<String, Prompt> changed = new TreeMap<>(byFile);
    try (var files = Files.newDirectoryStream(folder, "*.{en,zh}.txt")) {
      for (Path path : files) {
        String file = String.valueOf(path.getFileName());
        Prompt standard = byFile.get(file);
        if (standard == null) {
          throw new IllegalArgumentException(
              "no prompt has the file name " + file + "; there are " + byFile.keySet());
        }
        changed.put(file, overriding(standard, path));
      }
    } catch (IOException e) {
      throw new ArtrecException("reading prompts of " + folder, e);
    }
    return new Prompts(changed);
  }

  private static Prompt overriding(Prompt standard, Path path) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes((int) MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(path + " has more than " + MOST_BYTES + " bytes");
    }
    Prompt own = Prompt.read(standard.id().name(), new String(bytes, StandardCharsets.UTF_8));
    SortedSet<String> others = new TreeSet<>(own.words());
    others.removeAll(standard.words());
    SortedSet<String> otherData = new TreeSet<>(own.data());
    otherData.removeAll(standard.data());
    if (!others.isEmpty() || !otherData.isEmpty()) {
      throw new IllegalArgumentException(
          path
              + " has blanks "
              + others
              + " and data "
              + otherData
              + ", expected only "
              + standard.words()
              + " and data "
              + standard.data());
    }
    return own;
  }

  /**
   * {@return a prompt}
   *
   * @param name its name
   * @param language Chinese for the Chinese one, any other for the English one
   * @throws IllegalArgumentException if there is none of that name
   */
  public Prompt get(String name, Locale language) {
    Prompt prompt = byFile.get(name + (isChinese(language) ? ".zh.txt" : ".en.txt"));
    if (prompt == null) {
      throw new IllegalArgumentException("no prompt is named '" + name + "'; there are " + NAMES);
    }
    return prompt;
  }

  /**
   * Returns all prompts.
   *
   * @return by the names of their files
   */
  public Map<String, Prompt> all() {
    return Map.copyOf(byFile);
  }

  static boolean isChinese(Locale language) {
    return language.getLanguage().equals(Locale.CHINESE.getLanguage());
  }
}
