/**
 * Cities for orientation: those of the theatre with more than 250,000 people on 1 January 2022 (State Statistics Service of Ukraine,
 * "Number of present population of Ukraine"; Simferopol and Sevastopol by their last count). A rule, so that no place near
 * the line is singled out. Coordinates to 0.01 degrees: GeoNames, geonames.org, CC BY 4.0.
 */
export interface City {
  readonly id: string;
  readonly longitude: number;
  readonly latitude: number;
  /** In millions; larger ones keep their names on small maps. */
  readonly people: number;
  /** On which side of the dot the name stands. */
  readonly name: "left" | "right";
}

const city = (id: string, longitude: number, latitude: number, people: number, name: City["name"] = "right"): City => ({
  id,
  longitude,
  latitude,
  people,
  name,
});

export const CITIES: readonly City[] = [
  city("kyiv", 30.52, 50.45, 2.95),
  city("kharkiv", 36.23, 49.99, 1.42, "left"),
  city("odesa", 30.73, 46.48, 1.01, "left"),
  city("dnipro", 35.04, 48.46, 0.97, "left"),
  city("donetsk", 37.8, 48.02, 0.9),
  city("zaporizhzhia", 35.14, 47.84, 0.71),
  city("kryvyi-rih", 33.39, 47.91, 0.6, "left"),
  city("mykolaiv", 31.99, 46.97, 0.47, "left"),
  city("mariupol", 37.55, 47.1, 0.43),
  city("luhansk", 39.31, 48.57, 0.4, "left"),
  city("sevastopol", 33.53, 44.6, 0.34, "left"),
  city("simferopol", 34.1, 44.95, 0.33),
  city("chernihiv", 31.29, 51.49, 0.28),
  city("kherson", 32.61, 46.64, 0.28, "left"),
  city("poltava", 34.55, 49.59, 0.28, "left"),
  city("cherkasy", 32.06, 49.44, 0.27, "left"),
  city("sumy", 34.8, 50.91, 0.26),
];
