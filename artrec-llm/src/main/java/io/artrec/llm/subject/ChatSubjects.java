package io.artrec.llm.subject;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.artrec.catalog.Artwork;
import io.artrec.feature.ArtworkImages;
import io.artrec.llm.chat.StructuredReply;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.PromptFilling;
import io.artrec.llm.prompt.Prompter;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.subject.FoundSubject;
import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectFinder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Subjects that a language model names from a work's record and image, as far as the tree knows
 * them. What it names otherwise is left out. Where the model gives nothing that fits, those that
 * the finder reads in the record stand in. Immutable, thread-safe; refined by chained copies. One
 * call of the model for each work.
 */
public final class ChatSubjects {
  private static final String SCHEMA =
      """
      {"type":"object","required":["subjects"],"additionalProperties":false,"properties":{
       "subjects":{"type":"array","maxItems":12,"items":{"type":"string","maxLength":60}}}}""";

  private final Prompter prompter;
  private final SubjectFinder finder;
  private final ArtworkImages images;

  /**
   * The subjects of a work, and who named them.
   *
   * @param subjects the subjects, the most important first
   * @param origin who named them
   */
  public record Named(List<Subject> subjects, Origin origin) {
    /** Copies the list. */
    public Named {
      subjects = List.copyOf(subjects);
      Objects.requireNonNull(origin, "origin");
    }
  }

  private ChatSubjects(Prompter prompter, SubjectFinder finder, ArtworkImages images) {
    this.prompter = Objects.requireNonNull(prompter, "prompter");
    this.finder = Objects.requireNonNull(finder, "finder");
    this.images = Objects.requireNonNull(images, "images");
  }

  /**
   * {@return a way to have subjects named, from records alone}
   *
   * @param prompter the model
   * @param finder the tree, and what stands in for the model
   */
  public static ChatSubjects of(Prompter prompter, SubjectFinder finder) {
    return new ChatSubjects(prompter, finder, ArtworkImages.none());
  }

  /**
   * {@return this way showing images, too, if the model declares that it sees them}
   *
   * @param source where the images are
   */
  public ChatSubjects images(ArtworkImages source) {
    return new ChatSubjects(prompter, finder, source);
  }

  /**
   * Returns a name for what this way answers, which changes when its answers do.
   *
   * @return the model's name, the prompt's version and the tree's fingerprint
   */
  public String name() {
    return prompter.model().name()
        + ", prompt "
        + prompter.fill("subjects").prompt().version()
        + ", tree "
        + finder.tree().fingerprint();
  }

  /**
   * Has a work's subjects named.
   *
   * @param artwork the work
   * @return up to twelve subjects of the tree
   */
  public Named named(Artwork artwork) {
    PromptFilling filling =
        prompter
            .fill("subjects")
            .data("record", ArtworkText.complete(artwork))
            .image(images, artwork);
    StructuredReply reply =
        prompter.objects(SCHEMA).replyOr(filling.request(), failure -> "{\"subjects\":[]}");
    Origin origin = Origin.of(reply, filling.prompt());
    if (reply.source() == StructuredReply.Source.FALLBACK) {
      return new Named(
          finder.find(artwork).stream().map(FoundSubject::subject).limit(12).toList(), origin);
    }
    Set<Subject> known = new LinkedHashSet<>();
    for (JsonElement name :
        JsonParser.parseString(reply.json()).getAsJsonObject().getAsJsonArray("subjects")) {
      known.addAll(first(finder.tree().named(name.getAsString(), Locale.ENGLISH)));
      known.addAll(first(finder.tree().named(name.getAsString(), Locale.CHINESE)));
    }
    return new Named(List.copyOf(known), origin);
  }

  private static List<Subject> first(List<Subject> meanings) {
    return meanings.subList(0, Math.min(1, meanings.size()));
  }
}
