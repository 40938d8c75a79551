package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.task.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateTest {
  private static final String HEADER = "userId,movieId,rating,timestamp";

  @TempDir Path folder;

  private final List<String[]> rows = new ArrayList<>();

  private record Run(int status, String out, String messages) {
    List<String> lines() {
      return out.lines().toList();
    }

    double value(String strategy, String metric) {
      String start = strategy + " " + metric + " ";
      return lines().stream()
          .filter(line -> line.startsWith(start))
          .mapToDouble(line -> Double.parseDouble(line.substring(start.length())))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no line '" + start + "' in " + out + messages));
    }
  }

  private static Run run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        Evaluate.run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(messages, true, StandardCharsets.UTF_8));
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
  }

  /** Two tastes: visitors of even number like works of even number. */
  @BeforeEach
  void draw() {
    SplittableRandom random = new SplittableRandom(11);
    for (int user = 1; user <= 40; user++) {
      for (int item = 1; item <= 30; item++) {
        boolean taste = user % 2 == item % 2;
        if (random.nextDouble() < (taste ? 0.6 : 0.1)) {
          int stars = taste ? 4 + random.nextInt(2) : 1 + random.nextInt(3);
          rows.add(
              new String[] {
                "" + user, "" + item, "" + stars, "" + (1_000_000_000 + random.nextInt(1 << 24))
              });
        }
      }
    }
  }

  private Path file(String name, String separator, int columns, boolean header, int part)
      throws IOException {
    StringBuilder text = new StringBuilder();
    if (header) {
      text.append(
              Stream.of(HEADER.split(",", -1))
                  .limit(columns)
                  .collect(Collectors.joining(separator)))
          .append('\n');
    }
    for (int row = 0; row < rows.size(); row++) {
      if (part < 0 || (row % 4 == 0 ? 1 : 0) == part) {
        text.append(Stream.of(rows.get(row)).limit(columns).collect(Collectors.joining(separator)))
            .append('\n');
      }
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private Path ratings() throws IOException {
    return file("ratings.csv", ",", 4, true, -1);
  }

  private Path works() throws IOException {
    StringBuilder text = new StringBuilder("id,title,artist,movement\n");
    for (int item = 1; item <= 30; item++) {
      text.append(item)
          .append(",Title of ")
          .append(item % 2 == 0 ? "sea" : "wood")
          .append(",Artist ")
          .append(item % 5)
          .append(item % 2 == 0 ? ",Cubism\n" : ",Fauvism\n");
    }
    return Files.writeString(folder.resolve("works.csv"), text);
  }

  @Test
  void help_listsStrategiesSplitsMetricsAndOptions() {
    Run help = run("--help");
    assertThat(help.status()).isZero();
    assertThat(help.out())
        .contains("--ratings FILE", "--train FILE", "--test FILE", "--plain", "--report FILE")
        .contains("popularity", "ease", "item-knn", "user-knn", "p3alpha", "pure-svd")
        .contains("implicit-als", "bpr", "biased-mf", "slope-one", "random", "content-based")
        .contains("per-user", "leave-last-out", "global-time", "rolling", "k-fold", "cold-user")
        .contains("recall", "map", "ndcg", "rmse", "diversity", "calibration", "exposure-gini");
  }

  @Test
  void helpOnAStrategy_listsItsHyperParameters() {
    Run help = run("--help", "ease", "popularity");
    assertThat(help.status()).isZero();
    assertThat(help.lines())
        .containsSubsequence("ease", "popularity")
        .contains(
            "  feedback: one of preference, positive, any, preference unless set: what behaviour counts")
        .anyMatch(line -> line.startsWith("  regularization: above 0, 300.0 unless set: "));
    assertThat(run("--help", "stacked").lines())
        .anyMatch(line -> line.startsWith("  folds: 2 or more, 5 unless set: "));
    Run unknown = run("--help", "best");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.messages())
        .contains("strategy 'best' is unknown, expected one of additive-ratings, bias, ");
  }

  @Test
  void columnsOfOnesOwn_areNamedByOptions() throws IOException {
    String rows =
        Files.readString(ratings()).lines().skip(1).limit(400).collect(Collectors.joining("\n"));
    Path file = folder.resolve("stars.csv");
    Files.writeString(file, "guest,picture,stars,when\n" + rows + "\n");
    List<String> args =
        new ArrayList<>(List.of("--ratings", file.toString(), "--strategy", "popularity"));

    Run refused = run(args.toArray(String[]::new));
    args.addAll(List.of("--column", "user=guest", "--column", "artwork=picture"));
    args.addAll(List.of("--column", "value=stars", "--column", "time=when"));
    Run read = run(args.toArray(String[]::new));

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.messages())
        .contains("name it with --column user=NAME")
        .doesNotContain("InteractionField", "column(");
    assertThat(read.status()).as(read.messages()).isZero();
  }

  @Test
  void delimiterOfJson_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("r.jsonl"), "{\"user\":1,\"item\":2}\n");
    assertThat(run("--ratings", file.toString(), "--delimiter", ";", "--strategy", "popularity"))
        .satisfies(
            refused ->
                assertThat(refused.messages())
                    .contains("--delimiter has no effect: " + file + " is not CSV"));
  }

  @Test
  void plain_printsStrategyAsGivenMetricAndValue() throws IOException {
    Run run =
        run(
            "--ratings",
            ratings().toString(),
            "--strategy",
            "popularity",
            "--strategy",
            "ease:regularization=20",
            "--strategy",
            "item-knn:similarity=dice,neighbors=10,shrinkage=0",
            "--metrics",
            "recall@20,map@20,ndcg@10",
            "--plain");
    assertThat(run.status()).isZero();
    assertThat(run.lines()).hasSize(9);
    assertThat(run.lines().get(0)).matches("popularity recall@20 0\\.\\d+");
    assertThat(run.lines().get(4)).matches("ease:regularization=20 map@20 0\\.\\d+");
    assertThat(run.lines().get(8))
        .matches("item-knn:similarity=dice,neighbors=10,shrinkage=0 ndcg@10 0\\.\\d+");
    assertThat(run.value("ease:regularization=20", "ndcg@10"))
        .isGreaterThan(run.value("popularity", "ndcg@10"));
  }

  @ParameterizedTest
  @CsvSource({
    "',',    2, false",
    "',',    2, true",
    "',',    3, false",
    "',',    3, true",
    "',',    4, false",
    "'\t',   2, false",
    "'\t',   3, false",
    "'\t',   4, true",
    "'::',   2, false",
    "'::',   4, false",
    "' ',    2, false",
    "' ',    4, false",
    "';',    3, true",
    "'|',    4, true",
  })
  void trainAndTest_sameValueHoweverTheFileIsWritten(String separator, int columns, boolean header)
      throws IOException {
    double expected = givenParts(",", 3, false);
    assertThat(givenParts(separator, columns, header)).isEqualTo(expected);
  }

  private double givenParts(String separator, int columns, boolean header, String... more)
      throws IOException {
    Path train = file("train.dat", separator, columns, header, 0);
    Path test = file("test.dat", separator, columns, header, 1);
    List<String> args =
        new ArrayList<>(
            List.of(
                "--train",
                train.toString(),
                "--test",
                test.toString(),
                "--strategy",
                "item-knn:neighbors=5",
                "--metrics",
                "map@20",
                "--plain"));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new)).value("item-knn:neighbors=5", "map@20");
  }

  @Test
  void otherDelimiters_areSaid() throws IOException {
    assertThat(givenParts("^", 2, false, "--delimiter", "^")).isEqualTo(givenParts(",", 3, false));
    file("train.dat", "^", 2, false, 0);
    Run unsaid =
        run(
            "--train", folder.resolve("train.dat").toString(),
            "--test", folder.resolve("train.dat").toString(),
            "--strategy", "popularity");
    assertThat(unsaid.status()).isEqualTo(2);
    assertThat(unsaid.messages())
        .contains("no column for the user among")
        .contains("--delimiter says what separates fields");
  }

  /** Recall is hits / |test|, average precision is divided by min(|test|, k). */
  @Test
  void publishedDefinitions_areTheDefaults() throws IOException {
    Path train =
        Files.writeString(folder.resolve("a"), "1,10\n1,11\n2,10\n2,12\n3,10\n3,11\n3,12\n");
    Path test = Files.writeString(folder.resolve("b"), "1,12\n1,13\n1,14\n2,11\n");
    Run run =
        run(
            "--train",
            train.toString(),
            "--test",
            test.toString(),
            "--strategy",
            "popularity",
            "--metrics",
            "recall@2,map@2",
            "--plain");
    // 1 gets 12 first, of 12, 13 and 14: 1/3, and 1 / min(3, 2); 2 gets 11 first
    assertThat(run.value("popularity", "recall@2")).isCloseTo((1 / 3.0 + 1) / 2, within(1e-15));
    assertThat(run.value("popularity", "map@2")).isCloseTo((1 / 2.0 + 1) / 2, within(1e-15));
  }

  @Test
  void ratings_allCountOneUnlessLikedFromSays() throws IOException {
    Path train = Files.writeString(folder.resolve("a"), "1,10,1\n2,10,1\n3,11,5\n4,12,3\n");
    Path test = Files.writeString(folder.resolve("b"), "5,10,1\n5,11,5\n");
    String[] args = {
      "--train",
      train.toString(),
      "--test",
      test.toString(),
      "--strategy",
      "popularity",
      "--metrics",
      "recall@1,recall@2",
      "--plain"
    };
    assertThat(run(args).value("popularity", "recall@1")).isEqualTo(0.5);
    List<String> liked = new ArrayList<>(List.of(args));
    liked.addAll(List.of("--liked-from", "4"));
    Run run = run(liked.toArray(String[]::new));
    // only 11 is relevant, and only it is liked
    assertThat(run.value("popularity", "recall@1")).isEqualTo(1);
  }

  @Test
  void search_findsAndComparesOnTheTestedPart_andGoesOnFromItsFile() throws IOException {
    Path trials = folder.resolve("trials.jsonl");
    String[] asked = {
      "--ratings", ratings().toString(),
      "--search", "item-knn:neighbors=1,similarity=cosine",
      "--tried", "neighbors",
      "--trials", "3",
      "--minutes", "60",
      "--trials-file", trials.toString(),
      "--strategy", "popularity",
      "--metrics", "ndcg@5",
      "--threads", "1"
    };
    Run found = run(asked);
    assertThat(found.status()).as(found.messages()).isZero();
    assertThat(found.out())
        .contains("ndcg@5 on the validation part, of 4 trials")
        .contains("item-knn:neighbors=1,similarity=cosine 0.")
        .contains("(incumbent)")
        .containsPattern("(keep|what you have:) item-knn:neighbors=\\d+,similarity=cosine\n");
    List<String> table =
        found.lines().stream().dropWhile(line -> !line.startsWith("strategy")).toList();
    assertThat(table).as(found.out()).hasSizeBetween(3, 4);
    assertThat(table.get(1)).startsWith("item-knn:neighbors=1,similarity=cosine");
    assertThat(found.messages()).contains("trial 2 of ");

    Run again = run(asked);
    assertThat(again.messages()).doesNotContain("trial 2 of ");
    assertThat(again.lines().subList(0, 6)).isEqualTo(found.lines().subList(0, 6));
  }

  @Test
  void search_ofAHybrid_triesItsWeights_andIsStopped() throws IOException {
    Run run =
        run(
            "--ratings",
            ratings().toString(),
            "--search",
            "weighted(0.1 * item-knn:neighbors=10 | 0.9 * random)",
            "--trials",
            "3",
            "--threads",
            "1",
            "--plain");
    assertThat(run.status()).as(run.messages()).isZero();
    assertThat(run.out())
        .containsPattern(
            "weighted\\(0\\.\\d{3} \\* item-knn:neighbors=10 \\| 0\\.\\d{3} \\* random\\)");
    Cancellation stopped = new Cancellation();
    stopped.cancel();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        Evaluate.run(
            new String[] {"--ratings", ratings().toString(), "--search", "ease", "--threads", "1"},
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(messages, true, StandardCharsets.UTF_8),
            stopped);
    assertThat(status).isEqualTo(2);
    assertThat(messages.toString(StandardCharsets.UTF_8))
        .contains("the search was stopped; with --trials-file FILE it would go on");
  }

  @Test
  void catalog_givesColumnsOfItsOwn_andRatingsArePredictedForWorksNobodyRated() throws IOException {
    StringBuilder text = new StringBuilder("id,title,palette\n");
    for (int item = 1; item <= 30; item++) {
      text.append(item).append(",Work,").append(item % 2 == 0 ? "blue\n" : "red\n");
    }
    Path works = Files.writeString(folder.resolve("own.csv"), text);
    String content = "content-based:on=palette";
    String blend = "weighted(0.5 * bias | 0.5 * biased-mf:epochs=2,factors=2)";
    Run run =
        run(
            "--ratings",
            ratings().toString(),
            "--catalog",
            works.toString(),
            "--split",
            "cold-artwork:ratio=0.2",
            "--strategy",
            content,
            "--strategy",
            "bias",
            "--strategy",
            blend,
            "--strategy",
            "slope-one",
            "--plain");
    assertThat(run.status()).as(run.messages()).isZero();
    assertThat(run.value(content, "ndcg@10")).as("the palette tells tastes").isGreaterThan(.5);
    assertThat(run.value("bias", "rmse")).isBetween(0.1, 2.0);
    assertThat(run.value("bias", "mae")).isBetween(0.1, 2.0);
    assertThat(run.value(blend, "rmse")).as(run.messages()).isBetween(0.1, 2.0);
    assertThat(run.out()).contains(content + " rmse -\n");
    assertThat(run.messages())
        .contains("tested works had no event to learn from")
        .doesNotContain("could not predict");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--search ease --split k-fold; --search learns from the training part of one split",
        "--strategy ease --minutes 3; are for --search STRATEGY",
        "--search esae; strategy 'esae' is unknown",
        "--search itemknn; did you mean item-knn or item-knn-rating?",
        "--search ease --tried regularisation; did you mean regularization?",
        "--search weighted(ease|popularity) --tried x; --tried is for hyper-parameters",
        "--search random; has no hyper-parameter that its table proposes to try"
      })
  void searchThatCannotBe_saysWhy(String options, String message) throws IOException {
    List<String> args = new ArrayList<>(List.of("--ratings", ratings().toString()));
    args.addAll(List.of(options.split(" ", -1)));
    assertThat(run(args.toArray(String[]::new)).messages()).contains(message);
  }

  static Stream<String> strategies() {
    return EvaluateOptions.STRATEGIES.methods().stream();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void everyStrategyOfTheHelp_runs(String strategy) throws IOException {
    Run run =
        run(
            "--ratings",
            ratings().toString(),
            "--catalog",
            works().toString(),
            "--strategy",
            strategy,
            "--metrics",
            "ndcg@10",
            "--threads",
            "1",
            "--plain");
    assertThat(run.status()).as(run.messages()).isZero();
    assertThat(run.value(strategy, "ndcg@10")).isBetween(0.0, 1.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "implicit-als:factors=8,epochs=3,regularization=0.1",
        "bpr:factors=8,epochs=3",
        "biased-mf:factors=4,epochs=3",
        "user-knn:similarity=jaccard,neighbors=10",
        "p3alpha:neighbors=10,alpha=1.0075,normalize=true",
        "pure-svd:factors=5",
        "weighted(0.7 * ease:regularization=20 | 0.3 * popularity)",
        "switching(item-knn:neighbors=5 | popularity)",
      })
  void hyperParametersAndHybrids_run(String strategy) throws IOException {
    Run run =
        run(
            "--ratings",
            ratings().toString(),
            "--strategy",
            strategy,
            "--metrics",
            "ndcg@10",
            "--plain");
    assertThat(run.value(strategy, "ndcg@10")).as(run.messages()).isBetween(0.0, 1.0);
  }

  @Test
  void ratingStrategies_predict() throws IOException {
    Run run =
        run(
            "--ratings",
            ratings().toString(),
            "--strategy",
            "bias",
            "--strategy",
            "slope-one",
            "--strategy",
            "popularity",
            "--metrics",
            "rmse,mae",
            "--plain");
    assertThat(run.value("bias", "rmse")).isBetween(0.1, 2.0);
    assertThat(run.value("slope-one", "rmse")).isBetween(0.1, 2.0);
    assertThat(run.out()).contains("popularity rmse -\n").doesNotContain("NaN");
    assertThat(run.messages())
        .contains("popularity puts works in an order and predicts no ratings: no rmse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "random:ratio=0.2",
        "per-user:ratio=0.2",
        "per-user:ratio=0.2,latest=true",
        "leave-last-out:k=2",
        "global-time:ratio=0.2",
        "global-time:at=2001-12-01T00:00:00Z",
        "rolling:windows=2,width=20d",
        "k-fold:folds=3",
        "k-fold:folds=3,by=visitor",
        "cold-user:ratio=0.2",
        "cold-artwork:ratio=0.2",
        "grouped:ratio=0.4,by=artist",
      })
  void everySplit_runs(String split) throws IOException {
    Run run =
        run(
            "--ratings",
            ratings().toString(),
            "--catalog",
            works().toString(),
            "--split",
            split,
            "--strategy",
            "popularity",
            "--metrics",
            "recall@20,catalog-coverage@20",
            "--plain");
    assertThat(run.status()).as(run.messages()).isZero();
    assertThat(run.value("popularity", "recall@20")).isBetween(0.0, 1.0);
  }

  @Test
  void seedAndThreads_decideWhatTheySay() throws IOException {
    String[] args = {
      "--ratings",
      ratings().toString(),
      "--strategy",
      "random",
      "--plain",
      "--seed",
      "5",
      "--threads",
      "1"
    };
    Run one = run(args);
    args[args.length - 1] = "3";
    assertThat(run(args).out()).isEqualTo(one.out());
    args[args.length - 3] = "6";
    assertThat(run(args).out()).isNotEqualTo(one.out());
  }

  @Test
  void table_alignsAndSaysTimes() throws IOException {
    Run run =
        run("--ratings", ratings().toString(), "--strategy", "popularity", "--strategy", "random");
    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines().get(0)).matches("strategy +ndcg@10 +recall@20 +train s +answer ms");
    assertThat(run.lines().get(1)).startsWith("popularity");
  }

  @Test
  void reports_areWrittenInEveryForm() throws IOException {
    Run run =
        run(
            "--ratings", ratings().toString(),
            "--catalog", works().toString(),
            "--strategy", "popularity",
            "--strategy", "ease:regularization=20",
            "--metrics",
                "ndcg@10,diversity/details@10,catalog-coverage@10,calibration@10,exposure-gini@10",
            "--by", "activity,popularity,movement",
            "--baseline", "popularity",
            "--report", folder.resolve("out.html").toString(),
            "--report", folder.resolve("out.md").toString(),
            "--report", folder.resolve("out.csv").toString(),
            "--report", folder.resolve("out.json").toString());
    assertThat(run.status()).as(run.messages()).isZero();
    String html = Files.readString(folder.resolve("out.html"));
    assertThat(html)
        .contains("<svg", "ease:", "For whom, and for which works?", "cubism")
        .doesNotContain("NaN")
        .doesNotContain("src=\"http")
        .doesNotContain("href=\"http");
    assertThat(Files.readString(folder.resolve("out.md"))).contains("## In parts", "| cubism: ");
    assertThat(Files.readString(folder.resolve("out.csv")))
        .startsWith("recommender,split,metric,value,visitors");
    assertThat(Files.readString(folder.resolve("out.json")))
        .contains("\"artrec-report\"", "\"cubism\"");
  }

  @Test
  void folderAndSplits_areKeptAndUsedAgain() throws IOException {
    String splits = folder.resolve("splits").toString();
    String[] strategy = {
      "--strategy", "popularity", "--plain", "--folder", folder.resolve("runs").toString()
    };
    Run first =
        run(
            Stream.concat(
                    Stream.of("--ratings", ratings().toString(), "--save-splits", splits),
                    Stream.of(strategy))
                .toArray(String[]::new));
    Run again =
        run(
            Stream.concat(Stream.of("--load-splits", splits), Stream.of(strategy))
                .toArray(String[]::new));
    assertThat(again.out()).isNotEmpty().isEqualTo(first.out());
    assertThat(again.messages()).doesNotContain("training popularity");
  }

  @Test
  void sharesAndNegatives_work() throws IOException {
    Run run =
        run(
            "--ratings",
            ratings().toString(),
            "--strategy",
            "popularity",
            "--shares",
            "0.5,1",
            "--negatives",
            "10",
            "--report",
            folder.resolve("curve.html").toString(),
            "--plain");
    assertThat(run.messages()).contains("note: 10 sampled negatives");
    assertThat(Files.readString(folder.resolve("curve.html"))).contains("share");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--colour red; unknown option '--colour'",
        "--strategy; --strategy needs a value",
        "--strategy popularity; expected one of --ratings FILE, --train FILE --test FILE",
        "--train a --strategy popularity; --train needs --test beside it",
        "--test a --strategy popularity; --test needs --train beside it",
        "--ratings a; expected --strategy NAME, once or more, of additive-ratings, bias, biased-mf",
        "--ratings a --strategy magic; strategy 'magic' is unknown, expected one of additive-ratings, bias, biased-mf",
        "--ratings a --strategy ease:lambda=3; strategy 'ease' has no parameter 'lambda', expected one"
            + " of",
        "--ratings a --strategy ease:regularization=much; regularization is 'much', expected a number",
        "--ratings a --strategy ease:regularization; 'regularization' in parameters",
        "--ratings a --strategy item-knn:similarity=near; similarity is 'near', expected one of",
        "--ratings a --strategy popularity --metrics recal@20; metric 'recal' is unknown, expected one"
            + " of accuracy",
        "--ratings a --strategy popularity --metrics recall; metric 'recall' has no cutoff",
        "--ratings a --strategy popularity --metrics recall@0; cutoff of metric 'recall' is 0",
        "--ratings a --strategy popularity --metrics ndcg/odd@5; has no variant 'odd', expected one of",
        "--ratings a --strategy popularity --split by-moon; split 'by-moon' is unknown, expected one of"
            + " random, per-user",
        "--ratings a --strategy popularity --split per-user:share=1; there is no setting 'share',"
            + " expected one of ratio",
        "--ratings a --strategy popularity --split per-user:ratio=2; ratio is 2.0",
        "--ratings a --strategy popularity --seed x; --seed is 'x', expected a whole number",
        "--ratings a --strategy popularity --threads 0; --threads is '0', expected a whole number from 1"
            + " on",
        "--ratings a --strategy popularity --report a.pdf; expected a file ending in .html, .md, .csv"
            + " or .json",
        "--ratings a --strategy popularity --baseline ease; --baseline 'ease' is none of the strategies",
        "--ratings /no/such/file --strategy popularity; /no/such/file",
        "--train a --test b --split random --strategy popularity; are divided already",
      })
  void wrongOptions_sayWhatThereIs(String args, String message) {
    String[] parts = args.split(" ", -1);
    Run run = run(parts);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.messages()).startsWith("evaluate: ").contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void dataThatCannotGiveIt_saysWhatIsMissing() throws IOException {
    String pairs = file("pairs.csv", ",", 2, false, -1).toString();
    assertThat(run("--ratings", pairs, "--strategy", "popularity", "--metrics", "rmse").messages())
        .contains("metric 'rmse' needs ratings, and no tested event is one");
    assertThat(
            run("--ratings", pairs, "--strategy", "popularity", "--split", "global-time")
                .messages())
        .contains("needs times");
    assertThat(
            run("--ratings", pairs, "--strategy", "popularity", "--metrics", "calibration@10")
                .messages())
        .contains("needs works with a movement");
    assertThat(
            run("--ratings", pairs, "--strategy", "popularity", "--metrics", "diversity/look@10")
                .messages())
        .contains("needs feature 'look', and there is none");
    assertThat(run("--ratings", pairs, "--strategy", "popularity", "--by", "artist").messages())
        .contains("a breakdown by artist needs works with a artist");
    Run content =
        run("--ratings", pairs, "--strategy", "content-based", "--strategy", "popularity");
    assertThat(content.status()).isEqualTo(1);
    assertThat(content.messages()).contains("content-based failed on");
    assertThat(content.out()).contains("popularity").doesNotContain("NaN");
  }

  /** Popularity, chance, kNN, EASE and ALS on real ratings, where they are at hand. */
  @Test
  void movielens_everyMethodBeatsChance() throws IOException {
    Path ratings = SharedData.find("movielens-small/ratings.csv");
    Run run =
        run(
            "--ratings",
            ratings.toString(),
            "--strategy",
            "popularity",
            "--strategy",
            "random",
            "--strategy",
            "item-knn:neighbors=50",
            "--metrics",
            "ndcg@10",
            "--plain");
    double random = run.value("random", "ndcg@10");
    double popularity = run.value("popularity", "ndcg@10");
    assertThat(random).isBetween(0.0, 0.02);
    assertThat(popularity).isBetween(0.14, 0.2);
    assertThat(run.value("item-knn:neighbors=50", "ndcg@10")).isBetween(popularity + 0.05, 0.5);
    assertThat(String.format(Locale.ROOT, "%s", random)).isNotEqualTo("NaN");
  }
}
