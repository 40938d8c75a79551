package io.artrec.llm.rendering;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.artrec.behavior.Dataset;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.error.ArtrecException;
import io.artrec.llm.chat.ChatRequest;
import io.artrec.llm.chat.ChatTurn;
import io.artrec.llm.rendering.FineTuningReport.Part;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Writes files to fine-tune language models with, from what visitors did: {@code train.jsonl},
 * {@code validation.jsonl} and {@code test.jsonl}, one JSON object a line, UTF-8.
 *
 * <p><b>Split by visitor and time.</b> Each visitor is of one part, drawn by their id and the seed;
 * of each part those events alone are answers that are of its time: of training all before the last
 * fifth of the events, of validation the tenth after it, of test the last tenth (with the usual
 * share). So no answer and no history of one file is in another's, and nothing later was learned
 * from; what a visitor did before may be in the history of their own examples. Popularity is
 * counted over what is trained on. That leaves most events of held-out visitors unused; the report
 * counts them. Where no event has a time, visitors alone are split.
 *
 * <p><b>Personal data.</b> Visitors' ids, times and event ids are written nowhere; ids that stand
 * in records are replaced for the visitor's own examples. Comments are left out unless asked for,
 * and then freed of addresses, keys and the ids of all visitors; what else somebody tells of
 * themselves in a comment stays, and a long history can tell who somebody is: keep the files as you
 * keep the events.
 *
 * <p>Immutable, thread-safe; refined by chained copies. The same data and seed write the same
 * bytes. Memory: the dataset, and one visitor's history; cost: O(events · text).
 */
public final class FineTuningData {
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final int MOST_CANDIDATES = 100;

  private final Dataset dataset;
  private RecommendationText text = RecommendationText.standard(Locale.ENGLISH);
  private PreferenceModel preferences = PreferenceModel.standard();
  private int candidates = 10;
  private boolean byPopularity = true;
  private double heldOut = 0.1;
  private int minHistory = 1;
  private boolean comments;
  private long seed = 42;

  private FineTuningData(Dataset dataset) {
    this.dataset = dataset;
  }

  private FineTuningData(FineTuningData other) {
    dataset = other.dataset;
    text = other.text;
    preferences = other.preferences;
    candidates = other.candidates;
    byPopularity = other.byPopularity;
    heldOut = other.heldOut;
    minHistory = other.minHistory;
    comments = other.comments;
    seed = other.seed;
  }

  /**
   * {@return the data of a catalogue's visitors: English, 10 candidates, others drawn by
   * popularity, a tenth held out for validation and for test each, no comments, seed 42}
   *
   * @param catalog the works
   * @param interactions what visitors did; impressions are not looked at
   */
  public static FineTuningData of(Catalog catalog, Interactions interactions) {
    return new FineTuningData(Dataset.of(catalog, interactions));
  }

  /**
   * Sets how things are put into words.
   *
   * @param wording the texts; those of one's own prompter are other ones in every process unless it
   *     has a seal of one's own
   * @return the changed data
   */
  public FineTuningData text(RecommendationText wording) {
    FineTuningData copy = new FineTuningData(this);
    copy.text = Objects.requireNonNull(wording, "wording");
    return copy;
  }

  /**
   * Sets which events are for a work.
   *
   * @param model weighs events; each is weighed alone
   * @return the changed data
   */
  public FineTuningData preferences(PreferenceModel model) {
    FineTuningData copy = new FineTuningData(this);
    copy.preferences = Objects.requireNonNull(model, "model");
    return copy;
  }

  /**
   * Sets among how many works the liked one is: the others are works the visitor never had to do
   * with.
   *
   * @param count 2 to 100, the liked one included; fewer where the catalogue has no more
   * @return the changed data
   */
  public FineTuningData candidates(int count) {
    if (count < 2 || count > MOST_CANDIDATES) {
      throw new IllegalArgumentException(
          "candidates is " + count + ", expected 2 to " + MOST_CANDIDATES);
    }
    FineTuningData copy = new FineTuningData(this);
    copy.candidates = count;
    return copy;
  }

  /**
   * Draws other candidates all alike, which makes easy questions, rather than in proportion to
   * their events that are trained on and one more.
   *
   * @return the changed data
   */
  public FineTuningData evenly() {
    FineTuningData copy = new FineTuningData(this);
    copy.byPopularity = false;
    return copy;
  }

  /**
   * Sets which share of visitors, and of events by time, is validation's, and as much again test's.
   *
   * @param share 0 (all is trained on) to 0.4
   * @return the changed data
   */
  public FineTuningData heldOut(double share) {
    if (!(share >= 0 && share <= 0.4)) {
      throw new IllegalArgumentException("heldOut is " + share + ", expected 0 to 0.4");
    }
    FineTuningData copy = new FineTuningData(this);
    copy.heldOut = share;
    return copy;
  }

  /**
   * Sets how many liked works must come before an example.
   *
   * @param works 1, as usual, or more
   * @return the changed data
   */
  public FineTuningData minHistory(int works) {
    if (works < 1) {
      throw new IllegalArgumentException("minHistory is " + works + ", expected 1 or more");
    }
    FineTuningData copy = new FineTuningData(this);
    copy.minHistory = works;
    return copy;
  }

  /**
   * Lets {@link TextTask#EXPLANATION} have what visitors wrote. Ask them first.
   *
   * @return the changed data
   */
  public FineTuningData withComments() {
    FineTuningData copy = new FineTuningData(this);
    copy.comments = true;
    return copy;
  }

  /**
   * Sets what decides over chance: who is of which part, and which works are candidates.
   *
   * @param value any number
   * @return the changed data
   */
  public FineTuningData seed(long value) {
    FineTuningData copy = new FineTuningData(this);
    copy.seed = value;
    return copy;
  }

  /**
   * Writes chats as the fine-tuning services of OpenAI and others take them: {@code
   * {"messages":[{"role":"system",…},{"role":"user",…},{"role":"assistant",…}]}}, each a {@link
   * RecommendationText#choice} and its answer.
   *
   * @param folder where to; made if it is not there, files in it are overwritten
   * @return what was written
   * @throws ArtrecException if that cannot be
   */
  public FineTuningReport writeChat(Path folder) {
    return write(folder, (urn, step) -> step.isNext() ? List.of(chat(urn, step)) : List.of());
  }

  /**
   * Writes pairs for cross-encoders: {@code {"text":…,"text_pair":…,"label":1}} for the liked work,
   * and label 0 for the other candidates.
   *
   * @param folder where to; made if it is not there, files in it are overwritten
   * @return what was written
   * @throws ArtrecException if that cannot be
   */
  public FineTuningReport writePairs(Path folder) {
    return write(folder, (urn, step) -> step.isNext() ? pairs(urn, step) : List.of());
  }

  /**
   * Writes pairs for text-to-text models: {@code {"input":…,"target":…}}.
   *
   * @param folder where to; made if it is not there, files in it are overwritten
   * @param tasks what to learn, one or more
   * @return what was written
   * @throws IllegalArgumentException if explanations are wanted without {@link #withComments}
   * @throws ArtrecException if that cannot be written
   */
  public FineTuningReport writeText(Path folder, TextTask... tasks) {
    if (tasks.length == 0) {
      throw new IllegalArgumentException(
          "no task was named, expected some of " + Arrays.toString(TextTask.values()));
    }
    Set<TextTask> wanted = EnumSet.copyOf(Arrays.asList(tasks));
    if (wanted.contains(TextTask.EXPLANATION) && !comments) {
      throw new IllegalArgumentException(
          "explanations are visitors' comments, which are left out; call withComments() if the"
              + " visitors know");
    }
    UserNames names = UserNames.of(dataset);
    return write(folder, (urn, step) -> tasks(wanted, names, step));
  }

  private interface Lines {
    List<JsonObject> of(Negatives urn, HistoryStep step);
  }

  private FineTuningReport write(Path folder, Lines lines) {
    PartSplit split = new PartSplit(dataset, seed, heldOut);
    Negatives urn = new Negatives(dataset.catalog(), split.trainingCounts(), byPopularity);
    Map<Part, BufferedWriter> files = new EnumMap<>(Part.class);
    try {
      Files.createDirectories(folder);
      try {
        for (Part part : Part.values()) {
          Path file = folder.resolve(part.name().toLowerCase(Locale.ROOT) + ".jsonl");
          files.put(part, Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        }
        FineTuningReport report =
            new HistoryWalk(dataset, preferences, split, minHistory)
                .report((part, step) -> append(files, part, lines.of(urn, step)));
        for (BufferedWriter file : files.values()) {
          file.flush();
        }
        return report;
      } finally {
        for (BufferedWriter file : files.values()) {
          file.close();
        }
      }
    } catch (IOException e) {
      throw new ArtrecException("writing fine-tuning data to " + folder, e);
    }
  }

  private static int append(Map<Part, BufferedWriter> files, Part part, List<JsonObject> lines)
      throws IOException {
    BufferedWriter file = Objects.requireNonNull(files.get(part));
    for (JsonObject line : lines) {
      file.write(JSON.toJson(line));
      file.write('\n');
    }
    return lines.size();
  }

  /** The liked work's place among drawn ones. */
  private List<Artwork> candidates(Negatives urn, HistoryStep step) {
    List<Artwork> others = new ArrayList<>();
    BitSet not = (BitSet) step.own().clone();
    for (int work : urn.draw(not, candidates - 1, step.random())) {
      others.add(dataset.catalog().get(work));
    }
    return others;
  }

  private JsonObject chat(Negatives urn, HistoryStep step) {
    List<Artwork> all = candidates(urn, step);
    int place = step.random().nextInt(all.size() + 1);
    all.add(place, step.work());
    ChoiceQuestion question = text.about(step.event().user()).choice(step.before(), all);
    ChatRequest request = question.request();
    JsonArray messages = new JsonArray();
    request.system().ifPresent(system -> messages.add(message("system", system)));
    for (ChatTurn turn : request.turns()) {
      messages.add(message("user", turn.text()));
    }
    messages.add(message("assistant", question.answer(place)));
    JsonObject line = new JsonObject();
    line.add("messages", messages);
    return line;
  }

  private static JsonObject message(String role, String content) {
    JsonObject message = new JsonObject();
    message.addProperty("role", role);
    message.addProperty("content", content);
    return message;
  }

  private List<JsonObject> pairs(Negatives urn, HistoryStep step) {
    List<JsonObject> lines = new ArrayList<>();
    lines.add(pair(step, step.work(), 1));
    candidates(urn, step).forEach(other -> lines.add(pair(step, other, 0)));
    return lines;
  }

  private JsonObject pair(HistoryStep step, Artwork work, int label) {
    RenderedText pair = text.about(step.event().user()).pair(step.before(), work);
    JsonObject line = new JsonObject();
    line.addProperty("text", pair.first());
    line.addProperty("text_pair", pair.second());
    line.addProperty("label", label);
    return line;
  }

  private List<JsonObject> tasks(Set<TextTask> wanted, UserNames names, HistoryStep step) {
    RecommendationText own = text.about(step.event().user());
    List<JsonObject> lines = new ArrayList<>();
    if (wanted.contains(TextTask.NEXT) && step.isNext()) {
      lines.add(task(own.next(step.before()), own.name(step.work())));
    }
    if (wanted.contains(TextTask.RATING) && step.event().kind() == InteractionKind.RATING) {
      lines.add(task(own.rating(step.before(), step.work()), decimal(step.event().value())));
    }
    Optional<String> said = step.event().comment().map(names::without);
    if (wanted.contains(TextTask.EXPLANATION) && said.filter(t -> !t.isBlank()).isPresent()) {
      lines.add(task(own.explanation(step.before(), step.work()), said.get()));
    }
    return lines;
  }

  private static JsonObject task(RenderedText input, String target) {
    JsonObject line = new JsonObject();
    line.addProperty("input", input.joined("\n"));
    line.addProperty("target", target);
    return line;
  }

  private static String decimal(double rating) {
    return new BigDecimal(Float.toString((float) rating)).stripTrailingZeros().toPlainString();
  }

  @Override
  public String toString() {
    return "fine-tuning data of " + dataset.size() + " events";
  }
}
