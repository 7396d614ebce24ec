export const workspaceNames = ['Northwind Outreach', 'Bluebird Studio', 'Harbor Partners'] as const

export const tagNames = [
  { name: 'Warm-up', color: '#e8590c' },
  { name: 'Spring campaign', color: '#2f9e44' },
  { name: 'Priority', color: '#c2255c' },
  { name: 'Follow-up', color: '#1971c2' },
  { name: 'Paused', color: '#868e96' },
] as const

/** Every first one goes with every second one: 1,000 domains. */
export const domainWords = {
  first: [
    ...['amber', 'birch', 'bright', 'cedar', 'clear', 'cobalt', 'copper', 'coral', 'crisp', 'delta'],
    ...['early', 'ember', 'fern', 'first', 'flint', 'golden', 'grand', 'green', 'hazel', 'indigo'],
    ...['ivory', 'keen', 'lunar', 'maple', 'mellow', 'noble', 'north', 'ocean', 'olive', 'orchid'],
    ...['pine', 'prime', 'quiet', 'rapid', 'river', 'silver', 'solar', 'summit', 'true', 'velvet'],
  ],
  second: [
    ...['agency', 'bridge', 'circle', 'cloud', 'craft', 'desk', 'field', 'forge', 'gate', 'grove'],
    ...['harbor', 'house', 'labs', 'lane', 'loop', 'mail', 'path', 'point', 'press', 'reach'],
    ...['spark', 'studio', 'team', 'works', 'yard'],
  ],
} as const

export const firstNames = [
  ...['Ada', 'Aisha', 'Alba', 'Alex', 'Amir', 'Anna', 'Ben', 'Bianca', 'Bruno', 'Carla'],
  ...['Cem', 'Chloe', 'Clara', 'Dana', 'Daniel', 'Diego', 'Elena', 'Elif', 'Emil', 'Emma'],
  ...['Erik', 'Eva', 'Farid', 'Felix', 'Fiona', 'Gita', 'Hana', 'Hugo', 'Ines', 'Ivan'],
  ...['Jana', 'Jonas', 'Julia', 'Kai', 'Kofi', 'Lara', 'Leo', 'Lina', 'Luca', 'Maja'],
  ...['Marco', 'Mei', 'Mila', 'Nadia', 'Nico', 'Nora', 'Olga', 'Omar', 'Paul', 'Priya'],
  ...['Rosa', 'Ruben', 'Sara', 'Sven', 'Tara', 'Theo', 'Uma', 'Vera', 'Yara', 'Zoe'],
] as const

export const lastNames = [
  ...['Abbott', 'Adler', 'Bauer', 'Becker', 'Berg', 'Blanc', 'Brandt', 'Castro', 'Chen', 'Cole'],
  ...['Costa', 'Cruz', 'Dahl', 'Diaz', 'Duarte', 'Engel', 'Falk', 'Fischer', 'Fontaine', 'Garcia'],
  ...['Gomez', 'Grant', 'Haas', 'Hansen', 'Ito', 'Jansen', 'Kaya', 'Keller', 'Khan', 'Klein'],
  ...['Kovacs', 'Kumar', 'Lang', 'Larsen', 'Lopez', 'Marsh', 'Mensah', 'Meyer', 'Moreau', 'Nagy'],
  ...['Novak', 'Okafor', 'Olsen', 'Ortiz', 'Park', 'Petit', 'Quinn', 'Reyes', 'Rossi', 'Roth'],
  ...['Sato', 'Silva', 'Stein', 'Torres', 'Vance', 'Vogel', 'Weber', 'Winter', 'Yilmaz', 'Zhang'],
] as const
