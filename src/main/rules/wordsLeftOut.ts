/**
 * Words of the public lists that a name to be handed to strangers should not hold: insults and sad
 * moods, people, bodies, death, arms, courts, drink and drugs, creeds and countries, disasters, and
 * whatever reads like a role or a system ("mailbox", "manager", "trusted").
 */
const unfit = `
    abstract account action activity actress adapter addition address aged alarm alibi anger angry ankle
    answer apology archduke archer army athlete attack author awe baboon backbone bald ball bank bar barber
    baron baroness bath bathroom bathtub battle bear beast beat bedbug beginner bill bite bitter bladder
    blade blush blushing bonobo bosworth bottom bowler brain brazil broken broker brother browser buckaroo
    buffer bug bugle burglar burn cadet calf cannon captain card cardinal carver case catcher cause caution
    cell cemetery chanter charger cheek chef cheque child childish church citizen clammy class clavicle
    client closet club clumsy coin collar college colony composer computer confused congress cook cost cough
    count countess country course court cousin cow crafter crate crawling creator creature credit creek
    crime cross crowley cruiser cry currency curse cut daffy dancer danger darkness data dataset date
    daughter day dazed dead deadpan deal debt decision delivery dentist deposit devourer dirt dive diver dog
    dollar domain donkey doom dour drifter drill drink drive driver drum duchess duke dull dungeon earl
    editor effect eggnog elbow elderly elf emperor empress end enemy engineer english enquiry entrance
    erratic error estimate ethernet event exhaust expert eye eyebrow eyelash face fact factory failing fall
    false family fanatic fang farmer father faucet fear feeling feels feet femur fender fibula fight fighter
    file fireman firewall fisher flea flood foe force forger forgery foul fowl friction friend fright
    function furtive gambler gander gas gasoline gate gateway gaudy general ghost ghoul giant gibbon giddy
    girdle giver glazer glib gorilla governor graffiti grave grease group guardian guest guide guilty gum
    guttural gymnast hacksaw hair hall hallowed hardware harsh headline healer health hearing heart heaven
    heavenly help helper hero hip hiss hisser hissing holy hook horn hose hospital hot hound howler hugger
    humerus hunter hyena hygienic icecream impulse income index industry infinity innocent insect interest
    isthmus jackal jaw jealous jersey jester joke judge judo jury justice juvenile kaput keeper key kick
    kicker kidney king knee knife knight knuckle laborer lan lancer land language latency laugh law lawyer
    leader learning leech legal lemming leotard letter library license limit link lip list liver loan lobe
    lock locust longing louse loving lowly lung lying machine magazine magician mail mailbox mailman mall
    manager mandible mandrill mare market marmoset marquess marquis married mask mass math mature meat
    mechanic medicine meeting melon memory message military mine minute mire mistake modem monarch money
    monitor monkey moral morocco mosquito motion motor motorist mousy mouth muddled mule mum munchkin muscle
    musician nail name nation need neighbor nephew nerve nervous net network neutral newsboy niece ninja
    node noise nose nosy note notify number nurse nut odd offer office ogre opinion option order organ
    output owner package packet page pail painter pair panama pancreas parent part particle partner party
    passive patella path patient payment penalty people period phalange pharaoh phone picayune pick pickup
    pig pilot pint piranha pirate pitcher player playroom pleasure plot poet point poison polonium port
    porter postage postbox pot powder power practice prepared pressure price pricey prince princess print
    printer process product profit proof property protest protocol prune pruner pull pump pumped punch pupil
    puppet purchase push pushy python raja range rat raven raver reaction reader reaper reason rebel receipt
    recess record recorder referee region relation relative reminder repair replace reply report request
    research respect rest result reward rib rise risk roarer rodent rogue rough router rule runner sailor
    salary sale salesman sassy save saver scaffold scale scapula scar scarer scene science scissor scourge
    scowl scraper scrawny screen scribe script scythe search secret secure seeder seeker seer sense serpent
    servant server session shame shock shocking shoe shoulder show shrine shroud shrouded side sign silence
    silly singer single skinny skirt skull skunk slash slayer slime slimy slouch slug sly smoggy smoke snake
    snarl sneaky sneeze snout soarer society sock socks soldier sole somber son soprano sordid sore soul
    spandex speaker spear spirit spleen spurious sputter spy stag stage stallion stamp station stealer step
    sternum stick sting stinger stingy stocking stomach store strand stranger street stretch study stump
    subject subway success sulky surgeon surprise swallow swamp switch sword sync system tail tailor taker
    talk tank tanker target tarsal tattered tax teacher team teeth teller temper temple tendency termite
    tested text textbook theory thief thing thought thrill throat thumb tibia tick ticket tie tire toad
    torpid tower track tracker trade trader traffic trail train traveler trawler trick trite trouble
    troubled trust trusted trusting tsunami turkey turner twister typhoon uncle unruly utensil vacation
    vacuum vagabond value vase vault vehicle veil veiled vein venom verbose verdict verse vertebra vest
    viper viscount visitor voice vulture waiter waitress wake walker walkover wallet wander wanderer war
    warlock warrior washer waste watch watcher way wealth web weeder weight whale whip whippet widget
    william wing wire witch witness wizard wolf work workshop worried wrinkle wrist writer writing xenon
    xylocarp year yielding young
  `

/** Without a hyphen "brassy-arrow" and "brass-yarrow" would be one name, drawn twice as often as the others. */
const ambiguous = 'angle dart dash drain eel entree ring superb yarrow'

export const wordsLeftOut: ReadonlySet<string> = new Set(`${unfit} ${ambiguous}`.trim().split(/\s+/))
