package io.artrec.examples.gallery;

import io.artrec.error.ArtrecException;
import io.artrec.examples.gallery.collection.Collection;
import io.artrec.examples.gallery.collection.StateFolder;
import io.artrec.examples.gallery.collection.Works;
import io.artrec.examples.gallery.page.GallerySite;
import io.artrec.examples.gallery.web.ServerLimits;
import io.artrec.examples.gallery.web.WebServer;
import io.artrec.examples.options.Options;
import io.artrec.llm.chat.GuardedChatModel;
import io.artrec.llm.chat.OpenAiCompatible;
import io.artrec.llm.prompt.Prompter;
import io.artrec.task.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Opens the gallery and serves it until the process ends. {@code --help} lists the options. */
public final class GalleryServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Collection collection;
  private final WebServer server;
  private final Optional<String> notice;

  private GalleryServer(Collection collection, WebServer server, Optional<String> notice) {
    this.collection = collection;
    this.server = server;
    this.notice = notice;
  }

  /**
   * Runs the program; bad options and files that cannot be read end it with a message and exit
   * status 2.
   *
   * @param args the options, see {@code --help}
   * @throws InterruptedException if it is to end
   */
  public static void main(String[] args) throws InterruptedException {
    int status = run(args, System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Serves until the process ends, or returns the exit status when there is nothing to serve. */
  private static int run(String[] args, PrintStream out, PrintStream messages)
      throws InterruptedException {
    try {
      GalleryOptions options = GalleryOptions.parse(args);
      if (options.help) {
        out.print(Options.help(new GalleryOptions()));
        return 0;
      }
      GalleryServer gallery = start(options, stages(messages));
      Runtime.getRuntime().addShutdownHook(new Thread(gallery::close, "gallery-close"));
      gallery.notice().ifPresent(text -> messages.println("gallery: " + text));
      out.println("The gallery is open: " + gallery.address());
      out.println("What it knows is kept in " + options.state.toAbsolutePath().normalize());
      new CountDownLatch(1).await();
      return 0;
    } catch (ArtrecException | IllegalArgumentException e) {
      messages.println("gallery: " + e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      messages.println("gallery: cannot open: " + e.getMessage());
    }
    return 2;
  }

  /** Opens a gallery and serves it. */
  static GalleryServer start(GalleryOptions options, Progress progress) throws IOException {
    return start(options, progress, ServerLimits.standard());
  }

  static GalleryServer start(GalleryOptions options, Progress progress, ServerLimits limits)
      throws IOException {
    Works works =
        options.csv.isPresent()
            ? Works.of(options.csv.get(), options.images.orElseThrow())
            : Works.bundled(options.works);
    StateFolder state = StateFolder.open(options.state, works, options.keyFile);
    Optional<String> notice =
        options.restore.isPresent() ? restore(state, options.restore.get()) : Optional.empty();
    Collection collection = Collection.open(works, state, prompter(options), progress);
    try {
      WebServer server =
          new WebServer(
              new InetSocketAddress(options.host, options.port),
              GallerySite.of(collection, state.secret(), Clock.systemUTC()),
              limits);
      collection.warm();
      return new GalleryServer(collection, server, notice);
    } catch (IOException | RuntimeException e) {
      collection.close();
      throw e;
    }
  }

  /** Goes back to a backup, and says what that leaves to be done. */
  private static Optional<String> restore(StateFolder state, String backup) throws IOException {
    return state.restore(backup)
        ? Optional.empty()
        : Optional.of(
            "there is no log in "
                + state
                + " that tells who was forgotten since the backup "
                + backup
                + "; whoever was is known again, and must be forgotten again");
  }

  private static Optional<Prompter> prompter(GalleryOptions options) {
    return options.url.map(
        url -> {
          OpenAiCompatible server = OpenAiCompatible.at(url, options.model.orElseThrow());
          OpenAiCompatible model =
              options.keyFrom.map(name -> server.key(() -> System.getenv(name))).orElse(server);
          return Prompter.of(GuardedChatModel.around(model).attempts(2)).deadline(PATIENCE);
        });
  }

  /** Says each stage of training once. */
  private static Progress stages(PrintStream messages) {
    return new Progress() {
      private String last = "";

      @Override
      public synchronized void update(String stage, long done, long all) {
        if (!stage.equals(last)) {
          last = stage;
          messages.println("gallery: " + stage);
        }
      }
    };
  }

  /** Returns what the operator has to know of the start. */
  Optional<String> notice() {
    return notice;
  }

  /** Returns where the gallery is. */
  URI address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
    collection.close();
  }
}
