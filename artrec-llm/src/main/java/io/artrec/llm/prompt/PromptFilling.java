package io.artrec.llm.prompt;

import io.artrec.catalog.Artwork;
import io.artrec.feature.ArtworkImages;
import io.artrec.llm.chat.ChatCapability;
import io.artrec.llm.chat.ChatImage;
import io.artrec.llm.chat.ChatRequest;
import io.artrec.llm.chat.ChatTurn;
import io.artrec.llm.chat.PromptId;
import io.artrec.llm.prompt.internal.UntrustedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A prompt that is being filled in. Texts of strangers go into blanks for data only: cleaned,
 * capped, and between marks of 16 hexadecimal digits that follow from all of the request (see
 * {@link Seal}), while the instructions say that what stands there is material. Mutable, for one
 * thread.
 */
public final class PromptFilling {
  private static final int MOST_WORDS = 4_000;
  private static final int MARK_BYTES = 8;
  private static final int DATA_CHARS = 8_000;
  private static final int LEAST_SAID = 35;

  /** A Chinese character says as much as four letters or more. */
  private static final int WIDE = 3;

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?:])\\s+|(?<=[。！？：])|\\R");

  private final Prompter prompter;
  private final Prompt prompt;
  private final Prompt aboutData;
  private final Map<String, String> words = new TreeMap<>();
  private final Map<String, String> data = new TreeMap<>();
  private final List<ChatImage> images = new ArrayList<>();
  private Optional<String> user = Optional.empty();

  PromptFilling(Prompter prompter, Prompt prompt, Prompt aboutData) {
    this.prompter = prompter;
    this.prompt = prompt;
    this.aboutData = aboutData;
  }

  /**
   * Fills a blank with the application's own words: a number, a choice among constants.
   *
   * @param blank the blank's name; one that this prompt lacks is an error only if the standard
   *     prompt lacks it, too
   * @param own the words, one line of up to 4,000 chars, never a stranger's
   * @return this
   */
  public PromptFilling words(String blank, String own) {
    if (own.length() > MOST_WORDS || own.contains("\n") || own.contains("<<<")) {
      throw new IllegalArgumentException(
          "blank '"
              + blank
              + "' of "
              + prompt
              + " was given "
              + own.length()
              + " chars, expected one line of up to "
              + MOST_WORDS
              + "; a stranger's text goes into a blank for data");
    }
    words.put(blank, own);
    return this;
  }

  /**
   * Fills a blank for data with a text of up to 8,000 chars; more is cut.
   *
   * @param blank the blank's name
   * @param text the text, as a stranger wrote it
   * @return this
   */
  public PromptFilling data(String blank, String text) {
    data.put(blank, UntrustedText.forModel(text, DATA_CHARS));
    return this;
  }

  /**
   * Fills a blank for data with lines. Each is cleaned and kept in one line; where all have more
   * than 8,000 chars together, the first ones are left out.
   *
   * @param blank the blank's name
   * @param texts the lines, as strangers wrote them
   * @return this
   */
  public PromptFilling data(String blank, List<String> texts) {
    Deque<String> lines = new ArrayDeque<>();
    int chars = 0;
    for (int i = texts.size() - 1; i >= 0; i--) {
      String line = UntrustedText.forModel(texts.get(i), DATA_CHARS).replace('\n', ' ');
      chars += line.length() + 1;
      if (chars > DATA_CHARS + 1) {
        break;
      }
      lines.addFirst(line);
    }
    data.put(blank, String.join("\n", lines));
    return this;
  }

  /**
   * Fills a blank for data with candidates, each after its alias.
   *
   * @param blank the blank's name
   * @param candidates the candidates
   * @return this
   */
  public PromptFilling data(String blank, Aliases candidates) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < candidates.names().size(); i++) {
      lines.append(i == 0 ? "" : "\n").append(candidates.names().get(i)).append(": ");
      lines.append(candidates.texts().get(i).replace('\n', ' '));
    }
    data.put(blank, lines.toString());
    return this;
  }

  /**
   * Shows images with what is asked.
   *
   * @param shown the images
   * @return this
   */
  public PromptFilling images(List<ChatImage> shown) {
    images.addAll(shown);
    return this;
  }

  /**
   * Shows a work's image, if there is one that the model can see: JPEG, PNG, GIF or WebP, and a
   * model that declares {@link ChatCapability#IMAGES}.
   *
   * @param source where images are
   * @param artwork the work
   * @return this
   * @throws io.artrec.feature.ExtractionException if the image is named and cannot be read
   */
  public PromptFilling image(ArtworkImages source, Artwork artwork) {
    if (prompter.model().capabilities().contains(ChatCapability.IMAGES)) {
      source
          .read(artwork)
          .flatMap(bytes -> ImageType.of(bytes).map(type -> ChatImage.of(type, bytes)))
          .ifPresent(images::add);
    }
    return this;
  }

  /**
   * Names the visitor whose data the request holds. Where their id stands in data, as a word of its
   * own, it is replaced; the id itself is not sent.
   *
   * @param id the visitor's id
   * @return this
   */
  public PromptFilling about(String id) {
    user = Optional.of(id);
    return this;
  }

  /** {@return the prompt's name and version} */
  public PromptId prompt() {
    return prompt.id();
  }

  /**
   * {@return the request, with the prompter's deadline and limits} A reply that holds a mark or a
   * sentence of the instructions does not fit.
   *
   * @throws IllegalStateException if a blank was not filled
   */
  public ChatRequest request() {
    Map<String, String> told = told();
    String mark = mark(told);
    Map<String, String> filled = new TreeMap<>(words);
    told.forEach(
        (blank, text) -> filled.put(blank, "<<<" + mark + "\n" + text + "\n" + mark + ">>>"));
    String system = prompt.system(blank -> filled.getOrDefault(blank, ""));
    if (!prompt.data().isEmpty()) {
      system = system + "\n\n" + aboutData.system(blank -> mark);
    }
    return request(system, filled).unspoken(unspoken(system, mark));
  }

  /**
   * {@return the request without marks around data and without what is said of them, for small
   * models that are trained on such texts and follow no instructions; with the prompter's deadline
   * and limits} Data are cleaned and capped, and visitors' ids replaced, all the same.
   *
   * @throws IllegalStateException if a blank was not filled
   */
  public ChatRequest unmarked() {
    Map<String, String> filled = new TreeMap<>(words);
    filled.putAll(told());
    return request(prompt.system(blank -> filled.getOrDefault(blank, "")), filled);
  }

  private Map<String, String> told() {
    require(prompt.words(), words.keySet(), "words");
    require(prompt.data(), data.keySet(), "data");
    Map<String, String> told = new TreeMap<>(data);
    user.ifPresent(id -> told.replaceAll((blank, text) -> UntrustedText.without(id, text)));
    return told;
  }

  private ChatRequest request(String system, Map<String, String> filled) {
    ChatTurn turn = ChatTurn.user(prompt.user(blank -> filled.getOrDefault(blank, "")));
    ChatRequest request =
        ChatRequest.of(List.of(images.isEmpty() ? turn : turn.showing(images)))
            .system(system)
            .prompt(prompt.id())
            .limits(prompter.limits())
            .deadline(prompter.deadline());
    return user.map(request::user).orElse(request);
  }

  /** The mark, and each sentence of the instructions that nobody says by chance. */
  private static List<String> unspoken(String system, String mark) {
    List<String> texts = new ArrayList<>(List.of(mark));
    for (String sentence : SENTENCE_END.split(system, -1)) {
      String said = sentence.strip();
      long wide = said.codePoints().filter(Character::isIdeographic).count();
      if (said.length() + WIDE * wide >= LEAST_SAID) {
        texts.add(said);
      }
    }
    return texts;
  }

  private void require(Set<String> blanks, Set<String> given, String kind) {
    Set<String> open = new TreeSet<>(blanks);
    open.removeAll(given);
    if (!open.isEmpty()) {
      throw new IllegalStateException(
          prompt + " has blanks for " + kind + " that were not filled: " + open);
    }
  }

  private String mark(Map<String, String> told) {
    List<String> parts = new ArrayList<>(List.of(prompt.toString()));
    words.forEach((blank, text) -> parts.addAll(List.of(blank, text)));
    told.forEach((blank, text) -> parts.addAll(List.of(blank, text)));
    byte[] drawn = prompter.seal().draw(parts);
    return HexFormat.of().formatHex(drawn, 0, MARK_BYTES);
  }
}
