package dev.nightjar.report;

import dev.nightjar.drawings.Element;
import dev.nightjar.drawings.Theme;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A page that needs no other file: its style is inside, scripts and requests are forbidden. */
final class Page {
  private static final String STYLE =
      """
      body{margin:0;font:15px/1.45 %s}
      main{max-width:920px;margin:0 auto;padding:16px}
      h1{font-size:22px;margin:0}h2{font-size:17px;margin:32px 0 4px}h3{font-size:15px;margin:20px 0 4px}
      p,figure,ul{margin:6px 0}ul{padding-left:20px}
      figure{break-inside:avoid}figcaption,p.faint{font-size:13px}
      svg.drawing{display:block;width:100%%;height:auto;margin:8px 0}
      svg.drawing text{font-family:%s}
      .scroll{overflow-x:auto;margin:10px 0}
      table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums}
      caption{text-align:left;padding:0 0 4px}
      th,td{padding:3px 10px 3px 0;text-align:left;vertical-align:top;border-bottom:1px solid rgba(128,140,150,.35)}
      th{font-weight:normal}thead th{font-weight:bold;vertical-align:bottom}
      .number{text-align:right}
      .narrow{display:none}
      @media screen and (max-width:640px){.wide{display:none}.narrow{display:block}}
      @media print{@page{size:A4;margin:14mm}main{max-width:none;padding:0}.scroll{overflow:visible}table{font-size:10px}tr,li{break-inside:avoid}h2,h3{break-after:avoid}th,td{padding-right:6px}}
      """
          .formatted(Theme.FONTS, Theme.FONTS);

  private Page() {}

  /** The bytes of a page. */
  static byte[] of(String title, Consumer<Content> fill) {
    var main = Element.of("main").add(Element.of("h1", title));
    fill.accept(new Content(main));
    var head =
        Element.of("head")
            .add(
                Element.of("meta").with("charset", "utf-8"),
                Element.of("title", title),
                meta("viewport", "width=device-width, initial-scale=1"),
                meta("color-scheme", "light dark"),
                Element.of("meta")
                    .with("http-equiv", "Content-Security-Policy")
                    .with("content", "default-src 'none'; style-src 'unsafe-inline'"),
                Element.of("style", STYLE + Theme.css()));
    var html =
        Element.of("html")
            .with("lang", "en")
            .add(head, Element.of("body").with("class", "page words").add(main));
    return ("<!DOCTYPE html>\n" + html + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Element meta(String name, String content) {
    return Element.of("meta").with("name", name).with("content", content);
  }
}
