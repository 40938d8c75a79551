package io.artrec.examples.gallery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import io.artrec.examples.atelier.ImageFile;
import io.artrec.examples.atelier.Studio;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A visit in a real browser: in both languages, on a phone and on a desk, in both lights. */
class VisitInBrowserTest {
  private static final int HEIGHT = 800;
  private static final List<String> PAGES =
      List.of(
          "/?all=1",
          "/work/evil-script?q=Who+painted+it%3F",
          "/work/vey-01/why",
          "/work/vey-01/why-not",
          "/artist/Tomas%20Vey",
          "/wish?q=a+quiet+sea",
          "/color?c0=%231f4e79&s0=20",
          "/room?wall=%23cfd6d0&accent=%23b5651d&width=320",
          "/mood?pleasant=50&stirring=-50&from=sad&to=calm",
          "/map",
          "/talk",
          "/meet",
          "/you",
          "/add",
          "/operator",
          "/about",
          "/nowhere");

  @TempDir static Path folder;
  private static OpenGallery gallery;
  private static final Locale LOCALE = Locale.getDefault();

  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();

  @BeforeAll
  static void open() throws IOException {
    Optional<Path> chromium = chromium();
    assumeTrue(
        chromium.isPresent(),
        "no chromium on the PATH: the gallery is not looked at in a browser here");
    // Playwright's client lowers its words by the default locale: "lıght" in Turkish.
    Locale.setDefault(Locale.ENGLISH);
    gallery = OpenGallery.in(folder);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  private static Optional<Path> chromium() {
    for (String directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
      for (String name : List.of("chromium", "chromium-browser")) {
        Path file = Path.of(directory, name);
        if (Files.isExecutable(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  @AfterAll
  static void close() {
    Locale.setDefault(LOCALE);
    if (playwright != null) {
      playwright.close();
    }
    if (gallery != null) {
      gallery.close();
    }
  }

  @AfterEach
  void leave() {
    contexts.forEach(BrowserContext::close);
    assertThat(complaints).as("what the browser complains of").isEmpty();
  }

  private Page enter(int width, String language, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(gallery.address().toString())
                .setViewportSize(width, HEIGHT)
                .setLocale(language)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(scheme));
    contexts.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // A page that is not there is not there; what is checked is how that is said.
          boolean missing = message.location().contains("/nowhere");
          if (List.of("error", "warning").contains(message.type()) && !missing) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("a script ran: " + dialog.message());
          dialog.dismiss();
        });
    return page;
  }

  @ParameterizedTest
  @CsvSource({"360, en-US", "1280, en-US", "360, zh-CN", "1280, zh-CN"})
  void visit_fromAStrangersWallToBeingForgotten(int width, String language) {
    boolean english = language.startsWith("en");
    Page page = enter(width, language, ColorScheme.LIGHT);
    page.navigate("/");
    assertThat(page.locator("h1")).hasText(english ? "A wall for you" : "为您布置的一面墙");
    assertThat(page.locator(".wall .work")).hasCount(13);
    Locator first = page.locator(".work").first();
    String liked = first.getAttribute("data-work");
    first.locator(".act.like").click();
    assertThat(page.locator("#told")).containsText(english ? "New on the wall for it" : "因此新上墙");
    assertThat(page.locator("[data-work='" + liked + "']")).hasCount(0);
    assertThat(page.locator(".work.fresh").first()).isVisible();
    assertThat(page.locator("#told")).isFocused();

    page.locator(".work h2 a").first().click();
    assertThat(page.locator(".alone .label h1")).isVisible();
    page.locator(".ways a").first().click();
    assertThat(page.locator(".bars").first().locator(".drawn svg rect").first()).isVisible();

    page.navigate("/wish");
    page.locator("input[name=q]").fill(english ? "sea" : "大海");
    page.keyboard().press("Enter");
    assertThat(page.locator(".found .work").first()).isVisible();

    page.navigate("/talk");
    page.locator("input[name=said]").fill(english ? "a landscape" : "想看风景");
    page.keyboard().press("Enter");
    assertThat(page.locator(".talk .work").first()).isVisible();

    page.navigate("/you");
    assertThat(page.locator(".events tbody tr").first()).isVisible();
    page.locator("form[action='/you/forget'] button").click();
    assertThat(page.locator("#told")).containsText(english ? "Forgotten" : "已忘记");
    assertThat(page.locator(".events")).hasCount(0);
    assertFits(page, "/you");
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT, en-US", "360, DARK, zh-CN"})
  void everyPage_isAccessible_andFitsItsWidth(int width, ColorScheme scheme, String language) {
    Page page = enter(width, language, scheme);
    page.navigate("/");
    page.locator(".act.like").first().click();
    assertThat(page.locator("#told")).isFocused();
    for (String path : PAGES) {
      page.navigate(path);
      assertThat(page.locator("h1")).isVisible();
      assertFits(page, path);
      List<String> serious =
          new AxeBuilder(page)
              .analyze().getViolations().stream()
                  .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                  .map(VisitInBrowserTest::told)
                  .toList();
      assertThat(serious).as(path + " " + width + " " + scheme).isEmpty();
    }
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream().limit(3).map(node -> "\n  " + node.getHtml()).toList();
  }

  private static void assertFits(Page page, String path) {
    Object over =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(over).as("pixels that %s is too wide", path).isEqualTo(0);
  }

  @Test
  void droppedPicture_hangsAtOnce() {
    Page page = enter(1280, "en-US", ColorScheme.LIGHT);
    page.navigate("/add");
    byte[] picture =
        ImageFile.bytes(Studio.paintings(45, 1).get(44).image(200).toBufferedImage(), "p.png");
    page.locator("input[type=file]").setInputFiles(new FilePayload("p.png", "image/png", picture));
    assertThat(page.locator("[data-named]")).hasText("p.png");
    page.locator("input[name=title]").fill(OpenGallery.SCRIPT);
    page.locator(".add button").click();
    assertThat(page.locator("#told")).containsText(OpenGallery.SCRIPT);
    assertThat(page.locator(".alone img")).isVisible();
    String work = page.url().replaceFirst(".*/work/", "");
    page.locator(".name").click();
    assertThat(page.locator("[data-work='" + work + "']")).isVisible();
  }

  @Test
  void keyboardAlone_reachesTheWorksAndLikesOne() {
    Page page = enter(1280, "en-US", ColorScheme.LIGHT);
    page.navigate("/");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#main")).isFocused();
    page.keyboard().press("Tab");
    assertThat(page.locator(".work h2 a").first()).isFocused();
    page.keyboard().press("Tab");
    assertThat(page.locator(".act.like").first()).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#told")).containsText("You like");
  }

  @Test
  void languageAndLight_areChangedAndKept() {
    Page page = enter(1280, "en-US", ColorScheme.LIGHT);
    page.navigate("/about");
    page.locator(".settings button[name=lang]").click();
    assertThat(page.locator("h1")).hasText("这是什么");
    page.locator(".settings button[name=theme]").click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.navigate("/");
    assertThat(page.locator("h1")).hasText(Pattern.compile("为您"));
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(22, 20, 18)");
  }
}
