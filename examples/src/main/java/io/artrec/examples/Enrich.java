package io.artrec.examples;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogLoader;
import io.artrec.error.ArtrecException;
import io.artrec.examples.collection.BundledWorks;
import io.artrec.examples.options.Options;
import io.artrec.llm.chat.CachedChatModel;
import io.artrec.llm.chat.GuardedChatModel;
import io.artrec.llm.chat.OpenAiCompatible;
import io.artrec.llm.description.ArtworkFacts;
import io.artrec.llm.description.Description;
import io.artrec.llm.description.DescriptionStyle;
import io.artrec.llm.description.Descriptions;
import io.artrec.llm.enrichment.EnrichedValues;
import io.artrec.llm.enrichment.Enricher;
import io.artrec.llm.enrichment.Enrichment;
import io.artrec.llm.enrichment.EnrichmentResult;
import io.artrec.llm.label.ChatLabels;
import io.artrec.llm.label.LabelSet;
import io.artrec.llm.label.LabeledArtwork;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.subject.ChatSubjects;
import io.artrec.text.mood.Mood;
import io.artrec.text.mood.MoodLexicon;
import io.artrec.text.mood.MoodReader;
import io.artrec.text.subject.SubjectFinder;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads fields that records lack, with a language model or without, and goes on where it was.
 * {@code --help} lists the options.
 */
public final class Enrich {
  private static final int SHOWN = 3;
  private static final double EVIDENCE = 0.5;

  private final EnrichOptions options;
  private final PrintStream out;
  private final Optional<GuardedChatModel> model;
  private final Optional<Prompter> prompter;

  private Enrich(EnrichOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
    model = options.url.map(url -> guarded(url, options));
    prompter =
        model.map(
            guarded -> Prompter.of(CachedChatModel.around(guarded)).language(options.language));
  }

  private static GuardedChatModel guarded(String url, EnrichOptions options) {
    OpenAiCompatible server = OpenAiCompatible.at(url, options.model.orElseThrow());
    OpenAiCompatible open =
        options.key.map(name -> server.key(() -> System.getenv(name))).orElse(server);
    return GuardedChatModel.around(open).atOnce(options.threads);
  }

  /**
   * Runs the program; bad options and files that cannot be read or written end it with a message
   * and exit status 2.
   *
   * @param args the options, see {@code --help}
   */
  public static void main(String[] args) {
    CommandLine.run(args, Enrich::run);
  }

  /** Prints to streams; returns the exit status. */
  static int run(String[] args, PrintStream out, PrintStream messages) {
    try {
      EnrichOptions options = EnrichOptions.parse(args);
      if (options.help) {
        out.print(Options.help(new EnrichOptions()));
      } else {
        new Enrich(options, out).work();
      }
      return 0;
    } catch (ArtrecException | IllegalArgumentException e) {
      messages.println("enrich: " + e.getMessage());
    } catch (IOException e) {
      messages.println("enrich: cannot write: " + e.getMessage());
    }
    return 2;
  }

  private void work() throws IOException {
    Catalog catalog =
        options
            .catalog
            .map(file -> CatalogLoader.csv(file).load().catalog())
            .orElseGet(() -> BundledWorks.load().catalog());
    Enrichment job = Enrichment.of(catalog).threads(options.threads);
    for (String field : options.fields) {
      job = job.field(enricher(field));
    }
    if (prompter.isPresent()) {
      job = job.retryingFallbacks();
    }
    EnrichmentResult result = job.run(options.journal);
    out.println(result);
    model.ifPresent(guarded -> out.println("the model: " + guarded.usage()));
    show(catalog, result);
    if (options.out.isPresent()) {
      CsvFile.write(
          options.out.get(), List.of("id", "field", "value", "from"), rows(catalog, result));
      out.println("written to " + options.out.get());
    }
  }

  private Enricher enricher(String field) {
    return switch (field) {
      case "mood" -> moods();
      case "subject" -> subjects();
      default -> descriptions();
    };
  }

  private Enricher subjects() {
    SubjectFinder finder = SubjectFinder.standard();
    return prompter
        .map(asked -> Enricher.subjects(ChatSubjects.of(asked, finder), options.language))
        .orElseGet(() -> Enricher.subjects(finder, options.language));
  }

  private Enricher moods() {
    Optional<ChatLabels> labels =
        prompter.map(asked -> ChatLabels.of(asked, LabelSet.moods(LabelSet.Language.ENGLISH)));
    return Enricher.of(
        "mood",
        labels.map(ChatLabels::name).orElse("words and subjects"),
        work ->
            labels
                .map(asked -> chosen(asked.label(work), work))
                .orElseGet(
                    () -> new EnrichedValues(read(work), Origin.library("no model is set"))));
  }

  private static EnrichedValues chosen(LabeledArtwork labeled, Artwork work) {
    return new EnrichedValues(
        labeled.distribution().isReadable()
            ? labeled.distribution().leading().stream().toList()
            : read(work),
        labeled.origin());
  }

  /** The name of the mood that words and subjects tell, where they tell enough. */
  private static List<String> read(Artwork work) {
    List<Mood> moods =
        LabelSet.moods(LabelSet.Language.ENGLISH).descriptions().keySet().stream()
            .flatMap(name -> MoodLexicon.standard().mood(name).stream())
            .toList();
    return MoodReader.standard()
        .read(work)
        .filter(mood -> mood.evidence() >= EVIDENCE)
        .flatMap(mood -> mood.nearest(moods))
        .map(Mood::name)
        .stream()
        .toList();
  }

  private Enricher descriptions() {
    Descriptions descriptions = prompter.map(Descriptions::with).orElseGet(Descriptions::standard);
    DescriptionStyle style = DescriptionStyle.standard().language(options.language);
    return Enricher.of(
        "description",
        style
            + " "
            + prompter
                .map(asked -> asked.model().name() + ", " + asked.fill("description").prompt())
                .orElse("without a model"),
        work -> {
          Description description = descriptions.describe(ArtworkFacts.of(work), style);
          return new EnrichedValues(List.of(description.text()), description.origin());
        });
  }

  private void show(Catalog catalog, EnrichmentResult result) {
    int shown = 0;
    for (Artwork work : catalog) {
      for (String field : options.fields) {
        Optional<EnrichedValues> read = result.values(work.id(), field);
        if (shown < SHOWN && read.isPresent() && !read.get().values().isEmpty()) {
          out.printf(
              Locale.ROOT,
              "%s, %s: %s (%s)%n",
              work.title(),
              field,
              String.join("; ", read.get().values()),
              read.get().origin());
          shown++;
        }
      }
    }
  }

  private List<List<String>> rows(Catalog catalog, EnrichmentResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (Artwork work : catalog) {
      for (String field : options.fields) {
        Optional<EnrichedValues> read = result.values(work.id(), field);
        if (read.isPresent() && !read.get().values().isEmpty()) {
          rows.add(
              List.of(
                  work.id(),
                  field,
                  String.join("; ", read.get().values()),
                  read.get().origin().kind().name()));
        }
      }
    }
    return rows;
  }
}
