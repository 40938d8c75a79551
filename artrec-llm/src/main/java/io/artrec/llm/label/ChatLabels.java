package io.artrec.llm.label;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.catalog.Artwork;
import io.artrec.classification.LabelDistribution;
import io.artrec.feature.ArtworkImages;
import io.artrec.llm.chat.ChatCapability;
import io.artrec.llm.chat.ChatException;
import io.artrec.llm.chat.StructuredReply;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.PromptFilling;
import io.artrec.llm.prompt.Prompter;
import io.artrec.text.analysis.ArtworkText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Labels that a language model chooses from a set, by a work's record and, where the model sees
 * images, its image. The model names up to five labels with its probabilities; they are checked
 * against the set, and what they leave is spread evenly over the others. Such probabilities are a
 * model's opinion of itself: {@link #calibrated} measures them. Where the model gives nothing that
 * fits, another labeler answers, and the origin says so. Immutable, thread-safe; refined by chained
 * copies. One call of the model for each work.
 */
public final class ChatLabels implements ArtworkLabeler {
  private static final int MOST_LABELS = 5;
  private static final double ROUNDING = 1e-9;

  private final Prompter prompter;
  private final LabelSet set;
  private final List<String> labels;
  private ArtworkImages images = ArtworkImages.none();
  private Optional<ArtworkLabeler> otherwise = Optional.empty();

  private ChatLabels(Prompter prompter, LabelSet set) {
    this.prompter = Objects.requireNonNull(prompter, "prompter");
    this.set = set;
    labels = List.copyOf(set.descriptions().keySet());
  }

  private ChatLabels(ChatLabels other) {
    this(other.prompter, other.set);
    images = other.images;
    otherwise = other.otherwise;
  }

  /**
   * {@return a labeler that shows the model records alone}
   *
   * @param prompter the model
   * @param set the labels
   */
  public static ChatLabels of(Prompter prompter, LabelSet set) {
    return new ChatLabels(prompter, set);
  }

  /**
   * {@return this labeler showing images, too, if the model declares {@link ChatCapability#IMAGES}}
   * JPEG, PNG, GIF and WebP are shown as they are, others not.
   *
   * @param source where the images are
   */
  public ChatLabels images(ArtworkImages source) {
    ChatLabels copy = new ChatLabels(this);
    copy.images = Objects.requireNonNull(source, "source");
    return copy;
  }

  /**
   * {@return this labeler with another in its place where the model gives nothing that fits}
   *
   * @param labeler labels from the same set
   * @throws IllegalArgumentException if its labels are others
   */
  public ChatLabels orElse(ArtworkLabeler labeler) {
    if (!labeler.labels().equals(labels)) {
      throw new IllegalArgumentException(
          "labels of '" + labeler.name() + "' are " + labeler.labels() + ", expected " + labels);
    }
    ChatLabels copy = new ChatLabels(this);
    copy.otherwise = Optional.of(labeler);
    return copy;
  }

  @Override
  public String name() {
    return prompter.model().name()
        + " on "
        + set.name()
        + " of "
        + String.join(", ", labels)
        + ", prompt "
        + prompter.fill("label").prompt().version()
        + otherwise.map(labeler -> ", else " + labeler.name()).orElse("");
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public LabeledArtwork label(Artwork artwork) {
    PromptFilling filling =
        prompter
            .fill("label")
            .words("kind", set.name())
            .words("choices", String.join("; ", labels))
            .data("record", ArtworkText.complete(artwork))
            .image(images, artwork);
    try {
      StructuredReply reply = prompter.objects(schema()).reply(filling.request());
      return new LabeledArtwork(read(reply.json()), Origin.of(reply, filling.prompt()));
    } catch (ChatException e) {
      LabelDistribution other =
          otherwise
              .map(labeler -> labeler.label(artwork).distribution())
              .orElseGet(() -> LabelDistribution.unreadable(labels));
      return new LabeledArtwork(other, Origin.fallback(e, filling.prompt()));
    }
  }

  private String schema() {
    JsonArray names = new JsonArray();
    labels.forEach(names::add);
    return """
    {"type":"object","required":["labels"],"additionalProperties":false,"properties":{
     "labels":{"type":"array","maxItems":%d,"items":{
      "type":"object","required":["label","probability"],"additionalProperties":false,"properties":{
       "label":{"type":"string","enum":%s},
       "probability":{"type":"number","minimum":0,"maximum":1}}}}}}\
    """
        .formatted(MOST_LABELS, names);
  }

  private LabelDistribution read(String json) {
    double[] probabilities = new double[labels.size()];
    double named = 0;
    JsonObject reply = JsonParser.parseString(json).getAsJsonObject();
    for (JsonElement element : reply.getAsJsonArray("labels")) {
      JsonObject label = element.getAsJsonObject();
      int index = labels.indexOf(label.get("label").getAsString());
      double more = Math.max(0, label.get("probability").getAsDouble() - probabilities[index]);
      probabilities[index] += more;
      named += more;
    }
    if (named < ROUNDING) {
      return LabelDistribution.unreadable(labels);
    }
    int silent = 0;
    for (double probability : probabilities) {
      silent += probability == 0 ? 1 : 0;
    }
    double rest = silent == 0 ? 0 : Math.max(0, 1 - named) / silent;
    double sum = named + rest * silent;
    for (int l = 0; l < probabilities.length; l++) {
      probabilities[l] = (probabilities[l] == 0 ? rest : probabilities[l]) / sum;
    }
    return LabelDistribution.of(labels, probabilities);
  }
}
