package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.collection.Collection;
import io.artrec.examples.gallery.web.Routes;
import io.artrec.examples.gallery.web.WebServer;
import java.time.Clock;

/** The gallery as a site: which page is where. */
public final class GallerySite {
  private GallerySite() {}

  /**
   * Makes the site.
   *
   * @param collection what hangs there
   * @param secret what cookies and tokens are signed with; who knows it can be any visitor
   * @param clock tells when visitors do what they do
   * @return pages and changes
   */
  public static WebServer.Site of(Collection collection, byte[] secret, Clock clock) {
    Gallery gallery = new Gallery(collection, clock);
    Entrance entrance = new Entrance(gallery.guests(), secret);
    Routes routes = new Routes();
    StaticPage files = new StaticPage(gallery);
    routes.get("/static/{name}", files::file).get("/picture/{id}/{side}", files::picture);
    routes.get("/room/drawing/{id}", new RoomPage(gallery)::drawing);
    walls(routes, gallery, entrance);
    searches(routes, gallery, entrance);
    visitors(routes, gallery, entrance);
    return new WebServer.Site(routes, new ErrorPage(entrance)::show);
  }

  private static void walls(Routes routes, Gallery gallery, Entrance entrance) {
    FeedbackPage feedback = new FeedbackPage(gallery);
    WhyPage why = new WhyPage(gallery);
    AddPage add = new AddPage(gallery);
    routes
        .get("/", entrance.page(new WallPage(gallery)::show))
        .get("/work/{id}", entrance.page(new WorkPage(gallery)::show))
        .get("/work/{id}/why", entrance.page(why::why))
        .get("/work/{id}/why-not", entrance.page(why::whyNot))
        .get("/artist/{name}", entrance.page(new ArtistPage(gallery)::show))
        .get("/add", entrance.page(add::show))
        .post("/add", entrance.change(add::take))
        .post("/feedback", entrance.change(feedback::take))
        .post("/undo", entrance.change(feedback::undo));
  }

  private static void searches(Routes routes, Gallery gallery, Entrance entrance) {
    TalkPage talk = new TalkPage(gallery);
    routes
        .get("/wish", entrance.page(new WishPage(gallery)::show))
        .get("/color", entrance.page(new ColorPage(gallery)::show))
        .get("/room", entrance.page(new RoomPage(gallery)::show))
        .get("/mood", entrance.page(new MoodPage(gallery)::show))
        .get("/map", entrance.page(new MapPage(gallery)::show))
        .get("/talk", entrance.page(talk::show))
        .post("/talk", entrance.change(talk::say));
  }

  private static void visitors(Routes routes, Gallery gallery, Entrance entrance) {
    MeetPage meet = new MeetPage(gallery);
    YouPage you = new YouPage(gallery, entrance);
    OperatorPage operator = new OperatorPage(gallery);
    routes
        .get("/meet", entrance.page(meet::show))
        .post("/meet", entrance.change(meet::answer))
        .post("/meet/keep", entrance.change(meet::keep))
        .post("/meet/again", entrance.change(meet::again))
        .get("/you", entrance.page(you::show))
        .get("/you/export", entrance.page(you::export))
        .post("/you/release", entrance.change(you::release))
        .post("/you/forget", entrance.change(you::forget))
        .get("/operator", entrance.page(operator::show))
        .get("/operator/experiment", entrance.page(operator::experiment))
        .post("/operator/backup", entrance.change(operator::backup))
        .post("/operator/learn", entrance.change(operator::learn))
        .post("/operator/previous", entrance.change(operator::previous))
        .get("/about", entrance.page(AboutPage::show))
        .post("/settings", entrance.change(SettingsPage::take));
  }
}
