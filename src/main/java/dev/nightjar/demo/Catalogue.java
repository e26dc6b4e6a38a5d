package dev.nightjar.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The shop's products: eight categories of fifteen products, and three gifts. */
final class Catalogue {
  /** Category and products with pounds; the commas and inch marks are there to be quoted. */
  private static final List<String> SHELVES =
      List.of(
          """
          Kitchen;Copper saucepan=64;Oak chopping board=29;Enamel pie dish=14;Pepper mill=24;\
          Cast-iron skillet=42;Glass storage jar, 1 litre=6;Bread knife=22;Rolling pin=12;\
          Stoneware mixing bowl=26;Linen apron=28;Salad servers=16;Whistling kettle=49;\
          Measuring spoons, set of 4=9;Butter dish=15;Café au lait bowl=11\
          """,
          """
          Table;Dinner plate, speckled=13;Breakfast bowl=9;Espresso cup=7;Water carafe=18;\
          Wine glass=8;Cheese board=32;Linen napkin=7;Serving platter=36;Teapot, 4 cups=34;\
          Milk jug=12;Cake stand=39;Egg cup=4;Steak knife=11;Table runner 60"=24;\
          Crème brûlée dish=6\
          """,
          """
          Living room;Wool throw=68;Velvet cushion=29;Reading lamp=84;Jute rug=119;Log basket=46;\
          Picture frame 8" x 10"=17;Beeswax candle=12;Wall clock=54;Ceramic vase=33;Book ends=26;\
          Side table=145;Footstool=98;Door stop=15;Mantel mirror=132;Magazine rack=38\
          """,
          """
          Bedroom;Washed-linen duvet cover=139;Cotton pillowcase=16;Feather pillow=34;\
          Alarm clock=22;Bedside lamp=58;Hot-water bottle=19;Quilted bedspread=124;Sleep mask=12;\
          Blanket box=189;Clothes hanger=4;Lavender sachet=6;Mattress topper=109;\
          Flannel sheet=44;Jewellery dish=14;Dressing gown=62\
          """,
          """
          Bathroom;Bath towel=21;Hand soap, fig=8;Loofah=6;Bath mat=19;Toothbrush holder=9;\
          Shaving brush=24;Bath salts=13;Laundry basket=37;Shower curtain=28;Nail brush=5;\
          Face cloth=4;Soap dish=8;Mirror tray=31;Cotton robe=59;Reed diffuser=23\
          """,
          """
          Garden;Terracotta pot 12"=18;Hand trowel=14;Watering can=32;Bird feeder=19;Secateurs=36;\
          Garden twine=5;Kneeling mat=13;Herb planter=27;Storm lantern=29;Folding chair=74;\
          Fire pit=158;Seed tin=16;Potting bench=179;Rain gauge=11;Nest box=22\
          """,
          """
          Paper & pens;Notebook, dotted=11;Fountain pen=38;Desk diary=17;Wrapping paper=4;\
          Letter set=14;Pencil case=12;Wax crayons=7;Recipe journal=19;Birthday card=3;\
          Ink bottle=10;Sketch pad=9;Wall planner=13;Brass paper clips=5;Address book=16;\
          Pencil, HB, pack of 12=6\
          """,
          """
          Children;Wooden train=26;Knitted rabbit=19;Building blocks=32;Story lamp=41;Rain cape=28;\
          Picnic tea set=23;Skipping rope=8;Puppet theatre=64;Alphabet poster=12;Bath duck=5;\
          Baby blanket=36;Kite=17;Dressing-up crown=9;Puzzle, 100 pieces=14;Rocking horse=165\
          """,
          "Gifts;Seed packet, with our thanks=0;Cotton tote bag=0;Tea sampler=0");

  private final List<Product> goods = new ArrayList<>();
  private final List<Product> gifts = new ArrayList<>();

  Catalogue(long seed) {
    var dice = new Dice(seed, "catalogue", 0);
    SHELVES.forEach(shelf -> stock(List.of(shelf.split(";")), dice));
    // Best sellers stand first, and every category should have some.
    Collections.shuffle(goods, new Random(seed));
  }

  private void stock(List<String> shelf, Dice dice) {
    var category = shelf.get(0);
    var prefix = category.substring(0, 3).toUpperCase(Locale.ROOT);
    for (int i = 1; i < shelf.size(); i++) {
      var code = String.format(Locale.ROOT, "%s-%02d", prefix, i);
      var label = shelf.get(i).split("=");
      int pounds = Integer.parseInt(label[1]);
      int pence = pounds == 0 ? 0 : pounds * 100 + dice.pick(List.of(0, 50, 95, 95, 99));
      var product = new Product(code, label[0], category, pence);
      (product.isGift() ? gifts : goods).add(product);
    }
  }

  /** One to six different products; a large basket with room left can get a gift. */
  Collection<Product> basket(Dice dice) {
    int size = dice.pickEarly(List.of(1, 1, 2, 2, 3, 4, 5, 6));
    var basket = new LinkedHashSet<Product>();
    while (basket.size() < size) {
      basket.add(dice.pickEarly(goods));
    }
    if ((size == 4 || size == 5) && dice.chance(0.2)) {
      basket.add(dice.pick(gifts));
    }
    return basket;
  }
}
