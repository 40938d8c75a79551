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
   * @param clock tells when visitors do what they do
   * @return pages and changes
   */
  public static WebServer.Site of(Collection collection, Clock clock) {
    Gallery gallery = new Gallery(collection, clock);
    Entrance entrance = new Entrance(gallery.guests());
    Routes routes = new Routes();
    StaticPage files = new StaticPage(gallery);
    routes.get("/static/{name}", files::file).get("/picture/{id}/{side}", files::picture);
    FeedbackPage feedback = new FeedbackPage(gallery);
    WorkPage work = new WorkPage(gallery);
    routes
        .get("/", entrance.page(new WallPage(gallery)::show))
        .get("/work/{id}", entrance.page(work::show))
        .post("/feedback", entrance.change(feedback::take))
        .post("/undo", entrance.change(feedback::undo))
        .post("/settings", entrance.change(SettingsPage::take));
    return new WebServer.Site(routes, new ErrorPage(entrance)::show);
  }
}
