package io.artrec.examples;

import io.artrec.elicitation.Acquaintance;
import io.artrec.elicitation.Leaning;
import io.artrec.elicitation.TasteProfile;
import io.artrec.error.ArtrecException;
import io.artrec.examples.options.Options;
import io.artrec.llm.chat.CachedChatModel;
import io.artrec.llm.chat.ChatModel;
import io.artrec.llm.chat.GuardedChatModel;
import io.artrec.llm.chat.OpenAiCompatible;
import io.artrec.llm.conversation.Conversations;
import io.artrec.llm.conversation.Session;
import io.artrec.llm.conversation.Turn;
import io.artrec.llm.explain.RephrasedSentence;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.Prompter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A conversation in the terminal that recommends works of the quickstart's catalogue, without a
 * language model, and better with one. {@code --help} lists the options.
 */
public final class Curator {
  private static final double WORTH_SAYING = 0.75;
  private static final int SAID = 3;

  private final CuratorOptions options;
  private final Gallery gallery;
  private final BufferedReader in;
  private final Page page;
  private final QuickstartWords words;
  private final Optional<CachedChatModel> cache;
  private final Conversations conversations;
  private final Deque<Session> sessions = new ArrayDeque<>();

  private Curator(CuratorOptions options, Gallery gallery, BufferedReader in, Page page) {
    this.options = options;
    this.gallery = gallery;
    this.in = in;
    this.page = page;
    words = QuickstartWords.of(options.locale);
    Conversations plain =
        Conversations.over(gallery.recommender())
            .language(options.locale)
            .count(options.count)
            .searchingInWords();
    cache =
        model().map(model -> CachedChatModel.around(GuardedChatModel.around(model).attempts(2)));
    conversations = cache.map(cached -> plain.with(prompter(cached))).orElse(plain);
    sessions.push(conversations.start());
  }

  private Optional<ChatModel> model() {
    return options.url.map(
        url -> {
          OpenAiCompatible server = OpenAiCompatible.at(url, options.model.orElseThrow());
          return options.keyFrom.map(name -> server.key(() -> System.getenv(name))).orElse(server);
        });
  }

  private Prompter prompter(ChatModel model) {
    return Prompter.of(model).language(options.locale).deadline(Duration.ofSeconds(60));
  }

  /**
   * Runs the program; bad options end it with a message and exit status 2.
   *
   * @param args the options, see {@code --help}
   */
  public static void main(String[] args) {
    CommandLine.run(args, (given, out, messages) -> run(given, System.in, out, messages));
  }

  /** Reads what is said from a stream and prints to others; returns the exit status. */
  static int run(String[] args, InputStream in, PrintStream out, PrintStream messages) {
    try {
      CuratorOptions options = CuratorOptions.parse(args);
      if (options.help) {
        out.print(Options.help(new CuratorOptions()));
        return 0;
      }
      try (Gallery gallery = Gallery.open(options.gallery())) {
        talk(options, gallery, in, out);
      }
      return 0;
    } catch (ArtrecException | IllegalArgumentException e) {
      messages.println("curator: " + e.getMessage());
    } catch (IOException e) {
      messages.println("curator: cannot read: " + e.getMessage());
    }
    return 2;
  }

  /** Talks about works that are open. */
  static void talk(CuratorOptions options, Gallery gallery, InputStream in, PrintStream out)
      throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    new Curator(options, gallery, lines, new Page(out)).talk();
  }

  private void talk() throws IOException {
    page.text(
        0,
        words.say(
            "Say what you would like to see, in English or Chinese. :help tells more.",
            "请说您想看什么，中文英文都可以。输入 :help 查看说明。"));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String said = line.strip();
      if (said.equals(":quit")) {
        return;
      }
      if (!said.isEmpty()) {
        if (options.echo) {
          page.line("");
          page.line("> " + said);
        }
        take(said);
      }
    }
  }

  private void take(String said) throws IOException {
    switch (said) {
      case ":help" -> Options.help(new CuratorOptions()).lines().forEach(page::line);
      case ":meet" -> meet();
      case ":back" -> back();
      case ":forget" -> {
        cache.ifPresent(CachedChatModel::clear);
        Session nobody = now().forgotten();
        sessions.clear();
        sessions.push(nobody);
        page.line(words.say("Forgotten.", "已经忘记。"));
      }
      default -> show(conversations.say(now(), said));
    }
  }

  private Session now() {
    return sessions.getFirst();
  }

  private void back() {
    if (sessions.size() > 1) {
      sessions.pop();
    }
    List<String> wishes = now().wishes();
    page.text(
        0,
        wishes.isEmpty()
            ? words.say("We are at the beginning.", "回到了开头。")
            : words.say("We are back at: ", "回到：") + String.join("; ", wishes));
  }

  private void meet() throws IOException {
    RecommendationLines lines = new RecommendationLines(page, words, options.locale);
    PairDialogue dialogue = new PairDialogue(page, words, lines);
    Acquaintance met =
        dialogue.meet(
            gallery.recommender().firstMeeting().prepare().start(), pair -> dialogue.read(in));
    TasteProfile profile = met.profile();
    page.title(words.say("What I know now", "现在了解到的"));
    List<Leaning> leanings = profile.leanings(WORTH_SAYING);
    leanings(words.say("You probably like ", "您可能喜欢："), leanings, true);
    leanings(words.say("Rather not ", "可能不太喜欢："), leanings, false);
    show(conversations.recommend(now().knowing(profile.interactions("somebody"))));
  }

  private void leanings(String beginning, List<Leaning> leanings, boolean towards) {
    List<String> values =
        leanings.stream()
            .filter(leaning -> leaning.isTowards() == towards)
            .limit(SAID)
            .map(Leaning::value)
            .toList();
    if (!values.isEmpty()) {
      page.text(0, beginning + words.list(values) + words.say(".", "。"));
    }
  }

  private void show(Turn turn) {
    sessions.push(turn.session());
    QuickstartWords spoken = QuickstartWords.of(turn.session().language());
    RecommendationLines lines = new RecommendationLines(page, spoken, turn.session().language());
    String said =
        turn.sentences().stream()
            .map(RephrasedSentence::text)
            .collect(Collectors.joining(spoken.say(" ", "")));
    if (!said.isEmpty()) {
      page.text(0, said);
    }
    for (int i = 0; i < turn.works().size(); i++) {
      String work = (i + 1) + ". " + lines.of(turn.works().get(i).artwork());
      page.line(Page.cut(work, Page.WIDTH));
      page.text(3, turn.reasons().get(i).text());
    }
    turn.question().ifPresent(question -> page.text(0, question.words(turn.session().language())));
    if (turn.readBy().kind() == Origin.Kind.FALLBACK) {
      page.text(0, spoken.say("(The model gave no answer: ", "（模型没有回答：") + turn.readBy() + ")");
    }
  }
}
