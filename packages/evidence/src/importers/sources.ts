/** The public sources, their licences and how to cite them. Commits are those of the files that the first snapshot was built from; checksums of all files are in source-files.csv. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** The commit of the public repository that the snapshot's files were taken from. */
  readonly commit: string;
  readonly licence: { readonly name: string; readonly title: string; readonly path?: string };
  readonly citation: string;
  /** Whether later releases of this source change numbers of earlier dates. */
  readonly revised: boolean;
}

export const SOURCES = {
  "deepstate-archive": {
    title: "DeepState map, weekly archive with all layers",
    url: "https://github.com/DanielRose2310/deepstatemaps-history",
    commit: "df633a1",
    licence: {
      name: "DeepState-NC",
      title: "DeepState (deepstatemap.live): educational, non-commercial use, with attribution",
      path: "https://deepstatemap.live",
    },
    citation: "DeepState, deepstatemap.live; archive by D. Rose, github.com/DanielRose2310/deepstatemaps-history",
    revised: false,
  },
  "deepstate-daily": {
    title: "DeepState map, daily occupied area",
    url: "https://github.com/cyterat/deepstate-map-data",
    commit: "e904719",
    licence: {
      name: "DeepState-NC",
      title: "DeepState (deepstatemap.live): educational, non-commercial use, with attribution",
      path: "https://deepstatemap.live",
    },
    citation: "DeepState, deepstatemap.live; daily copies by cyterat, github.com/cyterat/deepstate-map-data",
    revised: false,
  },
  "general-staff": {
    title: "Russian losses claimed daily by the General Staff of Ukraine",
    url: "https://github.com/PetroIvaniuk/2022-Ukraine-Russia-War-Dataset",
    commit: "37655f8",
    licence: { name: "MIT", title: "MIT License", path: "https://opensource.org/license/mit" },
    citation: "General Staff of the Armed Forces of Ukraine; data set by P. Ivaniuk, 2022 Ukraine Russia War Dataset",
    revised: false,
  },
  kiel: {
    title: "Ukraine Support Tracker",
    url: "https://github.com/UkraineSupportTrackerWebsite/ukraine-support-tracker",
    commit: "ddf24c0",
    licence: { name: "Kiel-citation", title: "Free with citation", path: "https://www.ifw-kiel.de/ukrainetracker" },
    citation: "Trebesch et al., The Ukraine Support Tracker, Kiel Institute for the World Economy",
    revised: true,
  },
  boundaries: {
    title: "Oblast boundaries of Ukraine, Crimea included",
    url: "https://github.com/EugeneBorshch/ukraine_geojson",
    commit: "6533810",
    licence: {
      name: "ODbL-1.0",
      title: "Open Data Commons Open Database License 1.0",
      path: "https://opendatacommons.org/licenses/odbl/1-0/",
    },
    citation: "© OpenStreetMap contributors",
    revised: false,
  },
  economist: {
    title: "The Economist: area assessed as Russian-held (after ISW), and dated estimates of losses",
    url: "https://github.com/TheEconomist/the-economist-ukraine-war-dead-and-wounded-estimates",
    commit: "as of 31 December 2025",
    licence: { name: "MIT", title: "MIT License", path: "https://opensource.org/license/mit" },
    citation: "The Economist, github.com/TheEconomist/the-economist-ukraine-war-dead-and-wounded-estimates",
    revised: true,
  },
  meduza: {
    title: "Weekly Russian deaths with 95 % interval",
    url: "https://github.com/TheEconomist/the-economist-ukraine-war-dead-and-wounded-estimates",
    commit: "as of 31 December 2025",
    licence: { name: "MIT", title: "MIT License", path: "https://opensource.org/license/mit" },
    citation: "Meduza and Mediazona; published with The Economist's data",
    revised: true,
  },
  oryx: {
    title: "Visually confirmed equipment losses of both sides",
    url: "https://github.com/scarnecchia/oryx_data",
    commit: "a8624b4",
    licence: {
      name: "CC-BY-4.0",
      title: "Creative Commons Attribution 4.0",
      path: "https://creativecommons.org/licenses/by/4.0/",
    },
    citation: "Oryx, oryxspioenkop.com; data set by D. Scarnecchia, github.com/scarnecchia/oryx_data",
    revised: false,
  },
  liveuamap: {
    title: "Daily Russian-controlled area after liveuamap",
    url: "https://github.com/conflict-investigations/liveuamap-analysis",
    commit: "dc0847a",
    licence: { name: "liveuamap-credit", title: "With credit to liveuamap", path: "https://liveuamap.com" },
    citation: "liveuamap.com; github.com/conflict-investigations/liveuamap-analysis",
    revised: false,
  },
  history: {
    title: "Ardennes campaign 1944-45, and battles 1620-1905",
    url: "https://github.com/xrubio/lanchester",
    commit: "as published",
    licence: {
      name: "CC-BY-4.0",
      title: "Creative Commons Attribution 4.0 (PLOS ONE)",
      path: "https://creativecommons.org/licenses/by/4.0/",
    },
    citation:
      "Pinkerton (Ardennes Campaign data base, Tables 1-2); Wiper, Pettit and Young 2000; Rubio-Campillo 2016, PLOS ONE e0146491",
    revised: false,
  },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;
